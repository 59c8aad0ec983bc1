import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensureCertificate } from '@enablement/mock-kit';
import { expect, onTestFinished, test } from 'vitest';
import { keys } from './access/seed.ts';
import { callWith } from './testing.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'mock-netsapiens-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The first line that the program prints, to either side; it is stopped when the test ends. */
async function start(environment: Record<string, string>): Promise<string> {
  const program = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0', ...environment } });
  onTestFinished(async () => {
    if (program.exitCode !== null) return;
    program.kill();
    await once(program, 'exit');
  });
  const said = [program.stdout, program.stderr].map((stream) => once(createInterface({ input: stream }), 'line'));
  const [line] = await Promise.race(said);
  return String(line);
}

test('events reach a subscriber whose certificate is the development one', async () => {
  const dataDir = folder();
  const url = (await start({ DATA_DIR: dataDir })).replace(/^.*listening on /, '');
  const { key, cert } = await ensureCertificate(join(dataDir, 'tls'));
  const posted = Promise.withResolvers<unknown>();
  const subscriber = createServer({ key, cert }, (request, response) => {
    request.resume();
    response.end();
    posted.resolve(request.headers['x-correlation-id']);
  });
  subscriber.listen(0, '127.0.0.1');
  await once(subscriber, 'listening');
  onTestFinished(() => void subscriber.close());

  const { port } = subscriber.address() as AddressInfo;
  const body = { model: 'message', 'post-url': `https://localhost:${port}/` };
  const made = await callWith(keys.domain.key, 'POST', `${url}/ns-api/v2/subscriptions`, body);
  const messages = [{ from: '15551230999', to: '15551230100', text: 'Hello' }];
  await fetch(`${url}/_mock/seed`, { method: 'POST', body: JSON.stringify({ messages }) });
  expect(await posted.promise).toBe(Object(made.body).id);
}, 20_000);

test('a POST_TO that holds no hosts stops the start with a sentence', async () => {
  expect(await start({ DATA_DIR: folder(), POST_TO: 'https://hooks.example.net/' })).toContain(
    'POST_TO must be hosts separated by commas',
  );
}, 20_000);
