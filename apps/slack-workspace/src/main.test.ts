import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, out, err }));
  return { child, ended, firstLine: once(child.stdout, 'data').then(() => out) };
}

test.each([
  [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, not "http".'],
  [{ BOT_URL: 'localhost:4200' }, 'BOT_URL must be an http or https URL such as http://127.0.0.1:4200/slack/events.'],
  [{ COMMANDS: '/nowhere/manifest.json' }, 'COMMANDS must be a JSON list of commands or the path of a Slack manifest:'],
  [{ COMMANDS: '[{"command":"enable"}]' }, 'COMMANDS must be a JSON list of commands or the path of a Slack manifest:'],
  [{ NODE_ENV: 'production' }, 'NODE_ENV is production, and this stand-in for Slack is for development only.'],
])('with %j it does not start, and says why in one sentence', async (env, sentence) => {
  const { code, out, err } = await run(env).ended;
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('it says where it listens, and stops at once when asked, also while a page is watching', async () => {
  const { child, ended, firstLine } = run({});
  const line = await firstLine;
  expect(line).toMatch(/^slack-workspace listening on http:\/\/127\.0\.0\.1:\d+\n$/);
  const url = line.trim().split(' ').at(-1) ?? '';
  const page = await fetch(url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const module = await fetch(`${url}/client/main.ts`);
  expect(module.headers.get('content-type')).toContain('text/javascript');
  expect(await module.text()).not.toContain('interface Props');
  await fetch(`${url}/_slack/live`);
  const before = Date.now();
  child.kill('SIGTERM');
  const { code, err } = await ended;
  expect(code).toBe(0);
  expect(err).toBe('');
  expect(Date.now() - before).toBeLessThan(2000);
});
