import { createServer, type Server } from 'node:http';
import { Secret } from '@enablement/core';
import type { Installation, Installations } from '@enablement/gateways/postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneWorkspace, severalWorkspaces } from './workspaces.ts';

const log = { info: () => undefined, error: () => undefined };

/** A Slack that says who calls, or that a token is dead. */
let server: Server;
let settings: { SLACK_API_URL: string };
let dead: string[] = [];
beforeEach(async () => {
  dead = [];
  server = createServer((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const known = dead.includes(token) ? { ok: false, error: 'token_revoked' } : { ok: true, user: token };
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(known));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  settings = { SLACK_API_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/` };
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function installed(tokens: Record<string, string>) {
  const versions = new Map(Object.keys(tokens).map((team) => [team, 1]));
  const base = { name: 'x', botUser: 'U0BOT', installedBy: 'U0ADA', scopes: [] };
  const installations: Pick<Installations, 'of' | 'lose'> = {
    async of(team) {
      const token = tokens[team];
      if (token === undefined) return undefined;
      const installation: Installation = { ...base, team, botToken: new Secret(token) };
      return { ...installation, version: versions.get(team) ?? 1 };
    },
    async lose(team, _why, only) {
      if (only?.version !== versions.get(team) || tokens[team] === undefined) return false;
      delete tokens[team];
      return true;
    },
  };
  const install = (team: string, token: string) => {
    tokens[team] = token;
    versions.set(team, (versions.get(team) ?? 0) + 1);
  };
  return { ...severalWorkspaces(settings, installations, log), install };
}
const whoIs = async (client: Awaited<ReturnType<ReturnType<typeof installed>['clientOf']>>) => (await client?.auth.test())?.user;

test('with one token every team is its workspace', async () => {
  const { clientOf, several } = oneWorkspace(settings, 'xoxb-1', log);
  expect([several, await whoIs(await clientOf('T0NORTH')), await whoIs(await clientOf(''))]).toEqual([false, 'xoxb-1', 'xoxb-1']);
});

test('with several each team has its own client, and a team without the app has none', async () => {
  const { clientOf, quickClientOf } = installed({ T0NORTH: 'xoxb-north', T0GLOBEX: 'xoxb-globex' });
  expect(await whoIs(await clientOf('T0NORTH'))).toBe('xoxb-north');
  expect(await whoIs(await quickClientOf('T0GLOBEX'))).toBe('xoxb-globex');
  expect(await clientOf('T0NORTH')).toBe(await clientOf('T0NORTH'));
  expect(await clientOf('T0INITECH')).toBeUndefined();
});

test('a token that was replaced, by this program or another, is used from then on', async () => {
  const { clientOf, install } = installed({ T0NORTH: 'xoxb-old' });
  await clientOf('T0NORTH');
  install('T0NORTH', 'xoxb-new');
  expect(await whoIs(await clientOf('T0NORTH'))).toBe('xoxb-new');
});

test('a token that Slack calls dead is given up, but not one that replaced it meanwhile', async () => {
  const { clientOf, install } = installed({ T0NORTH: 'xoxb-old' });
  const old = await clientOf('T0NORTH');
  dead = ['xoxb-old'];
  install('T0NORTH', 'xoxb-new');
  await expect(old?.auth.test()).rejects.toThrow('token_revoked');
  expect(await whoIs(await clientOf('T0NORTH'))).toBe('xoxb-new');
  dead = ['xoxb-new'];
  await expect((await clientOf('T0NORTH'))?.auth.test()).rejects.toThrow('token_revoked');
  expect(await clientOf('T0NORTH')).toBeUndefined();
});
