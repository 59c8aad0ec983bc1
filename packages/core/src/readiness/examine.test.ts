import { describe, expect, test } from 'vitest';
import { milliseconds } from '../duration.ts';
import { Unreachable } from '../errors.ts';
import type { Timer } from '../ports/timer.ts';
import { type Check, given, passed } from './check.ts';
import { examine, reportOn } from './examine.ts';
import type { Looks } from './observation.ts';
import { tallyOf, worstFirst } from './report.ts';

interface Seen {
  name: string;
  greeting: string;
}
const clock = { now: () => new Date('2026-03-02T09:00:00Z') };
/** Time that runs out as soon as everybody waits. */
const impatient = {
  after: (_: number, act: () => void) => {
    const timer = setTimeout(act, milliseconds(20));
    return () => clearTimeout(timer);
  },
};
const patient: Timer = { after: () => () => {} };
const common = { severity: 'blocking', owner: 'CSP', expected: 'something' } as const;

const checks: readonly Check<Seen>[] = [
  { ...common, id: 'name', title: 'It has a name', judge: ({ name }) => given(name, passed) },
  { ...common, id: 'greeting', title: 'It greets', judge: ({ greeting }) => given(greeting, passed) },
];
const run = (looks: Looks<Seen>, timer = patient) => examine<Seen>({ target: 'NSACME', looks, checks }, { clock, timer });

describe('an examination', () => {
  test('runs each look once, and one look may build on another', async () => {
    let asked = 0;
    const findings = await run({
      greeting: async (at) => `hello ${await at.need('name')}`,
      name: async () => {
        asked += 1;
        return 'Ada';
      },
    });
    expect(findings.map(({ status, seen }) => [status, seen])).toEqual([
      ['passed', 'Ada'],
      ['passed', 'hello Ada'],
    ]);
    expect(asked).toBe(1);
  });

  test('what builds on something unseen is unknown, with the first reason', async () => {
    const findings = await run({
      name: () => Promise.reject(new Unreachable('Nobody answered.', 'Wait.')),
      greeting: async (at) => `hello ${await at.need('name')}`,
    });
    expect(findings).toMatchObject([
      { status: 'unknown', seen: 'Nobody answered.' },
      { status: 'unknown', seen: 'Nobody answered.' },
    ]);
    expect(findings[0]?.fix).not.toBe('');
  });

  test('a look that never ends is given up and told to stop, and the others count', async () => {
    const stopped = Promise.withResolvers<void>();
    const findings = await run(
      {
        name: async () => 'Ada',
        greeting: ({ signal }) => new Promise(() => signal.addEventListener('abort', () => stopped.resolve())),
      },
      impatient,
    );
    expect(findings).toMatchObject([{ status: 'passed' }, { status: 'unknown', seen: 'Time was up before it could be seen.' }]);
    await stopped.promise;
  });

  test('what hosts say cannot take over a terminal', async () => {
    const findings = await run({ name: async () => 'Ada\u001b[2J\r\nOK', greeting: async () => 'hello' });
    expect(findings[0]?.seen).toBe('Ada [2J OK');
  });

  test('an error of ours makes a check unknown, and its words stay inside', async () => {
    const findings = await run({ name: () => Promise.reject(new TypeError('canary')), greeting: async () => 'hello' });
    expect(findings[0]).toMatchObject({
      status: 'unknown',
      seen: expect.stringContaining('an error in this program (TypeError)'),
    });
    expect(JSON.stringify(findings)).not.toContain('canary');
  });
});

test('a report counts its findings and shows the worst first', async () => {
  const part = (status: 'passed' | 'failed', severity: 'blocking' | 'warning') => async () => [
    { ...common, severity, status, target: 'NSACME', check: status, title: 't', seen: 's', fix: '', at: clock.now() },
  ];
  const report = await reportOn(
    { kind: 'acrobits', name: 'NSACME' },
    [part('passed', 'blocking'), part('failed', 'warning'), part('failed', 'blocking')],
    { clock, timer: { after: () => () => {} } },
  );
  expect(tallyOf(report.findings)).toEqual({ passed: 1, failed: 2, unknown: 0 });
  expect(worstFirst(report.findings).map(({ status, severity }) => `${status} ${severity}`)).toEqual([
    'failed blocking',
    'failed warning',
    'passed blocking',
  ]);
});
