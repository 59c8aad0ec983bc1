import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '../scripts/lib/program.ts';

test('the demonstration tells the whole job, one JSON object a line, and ends with what was enabled', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(ROOT, 'scripts/demo.ts'), '--json'], { cwd: ROOT });
  const told = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const steps = told.filter(({ event }) => event === 'step');
  expect(steps.map(({ event, name, status }) => [event, name, status])).toEqual(
    [
      'Prerequisites gathered',
      'Client secret received',
      'Prerequisites checked',
      'Acrobits contacted',
      'Acrobits answered',
      'Values stored',
      'Base enablement complete',
      'Domain acme.example',
      'Domain globex.example',
    ].map((name) => ['step', name, 'done']),
  );
  expect(told).toContainEqual({ event: 'customer-onboarded', domain: 'umbra.example', created: 14, replanned: 0 });
  expect(told.filter(({ event, target }) => event === 'readiness' && target === 'acrobits')).toEqual([
    { event: 'readiness', target: 'acrobits', passed: expect.any(Number), failed: 0, unknown: 0 },
  ]);
  expect(told.at(-1)).toEqual({
    event: 'result',
    result: 'enabled',
    cloudId: 'NSACME',
    domains: [
      { domain: 'acme.example', status: 201, subscriptions: 2 },
      { domain: 'globex.example', status: 200, subscriptions: 2 },
    ],
  });
});
