import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCommandNames } from '../commands/book.ts';
import { WORDS } from '../commands/words.ts';
import { manifest } from './manifest.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const NORTHWIND = {
  commands: readCommandNames({}),
  eventsUrl: 'https://enablement.northwind.example/slack/events',
  socketMode: false,
};

test('the manifest that is checked in is what the code makes; else `npm run gen`', () => {
  const kept = readFileSync(path.join(import.meta.dirname, '../../manifest.json'), 'utf8');
  expect(JSON.parse(kept)).toEqual(manifest(NORTHWIND));
});

test('the hint names each word, and Slack is asked for the right to look people up', () => {
  const { features, oauth_config } = manifest(NORTHWIND);
  const hint = features?.slash_commands?.[0]?.usage_hint;
  for (const { word } of WORDS) expect(hint).toContain(word);
  expect(oauth_config?.scopes?.bot).toEqual(expect.arrayContaining(['users:read', 'usergroups:read']));
});

test('a deployment has its own name and address, and none over Socket Mode', () => {
  const print = (env: Record<string, string>) =>
    JSON.parse(execFileSync(process.execPath, [MAIN], { env: { ...process.env, ...env }, encoding: 'utf8' }));
  expect(print({ COMMAND: '/acme-softphone', EVENTS_URL: 'https://bot.acme.example/slack/events' })).toMatchObject({
    features: {
      slash_commands: expect.arrayContaining([
        expect.objectContaining({ command: '/acme-softphone', url: 'https://bot.acme.example/slack/events' }),
      ]),
    },
  });
  const overSocket = print({ SOCKET_MODE: '1' });
  expect(JSON.stringify(overSocket)).not.toContain('/slack/events');
  expect(overSocket.settings.socket_mode_enabled).toBe(true);
});

test.each([
  ['COMMAND', 'enable'],
  ['EVENTS_URL', 'http://bot.acme.example'],
])('a malformed %s is told in one sentence', (name, value) => {
  const { status, stderr } = spawnSync(process.execPath, [MAIN], { env: { ...process.env, [name]: value }, encoding: 'utf8' });
  expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
  expect(stderr).toContain(`${name} is malformed`);
});
