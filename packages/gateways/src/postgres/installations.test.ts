import { randomBytes } from 'node:crypto';
import { Refused, Secret } from '@enablement/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadSecretsKey } from '../vault/index.ts';
import { createAudit } from './audit/audit.ts';
import { createInstallations, type Installation, type Installations } from './installations.ts';
import { startTestDatabase } from './testing.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let installations: Installations;
const keyFrom = (bytes: Buffer) => loadSecretsKey({ env: { SECRETS_KEY: bytes.toString('base64') }, dataDir: '.' });
const bytes = randomBytes(32);

beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());
beforeEach(async () => {
  await sql`truncate installations`.execute(server.db);
  installations = createInstallations({ db: server.db, key: await keyFrom(bytes) });
});

const northwind = (token = 'xoxb-north-canary'): Installation => ({
  team: 'T0NORTH',
  name: 'Northwind Telecom',
  botUser: 'U0BOT',
  botToken: new Secret(token),
  installedBy: 'U0ADA',
  scopes: ['chat:write', 'commands'],
});
const globex = (): Installation => ({ ...northwind('xoxb-globex'), team: 'T0GLOBEX', name: 'Globex Voice', botUser: 'U1BOT' });
const tokenOf = async (team: string) => (await installations.of(team))?.botToken.reveal();

test('each workspace has its own token', async () => {
  await installations.keep(northwind());
  await installations.keep(globex());
  expect(await installations.of('T0NORTH')).toMatchObject({ name: 'Northwind Telecom', botUser: 'U0BOT', installedBy: 'U0ADA' });
  expect(await tokenOf('T0NORTH')).toBe('xoxb-north-canary');
  expect(await tokenOf('T0GLOBEX')).toBe('xoxb-globex');
  expect(await installations.teams()).toEqual(['T0GLOBEX', 'T0NORTH']);
  expect(await installations.of('T0NOBODY')).toBeUndefined();
});

test('a token lies there sealed, and a copy of it in another team’s row opens nothing', async () => {
  await installations.keep(northwind());
  await installations.keep(globex());
  const { rows } = await sql<{ text: string }>`select installations::text as text from installations`.execute(server.db);
  const hex = Buffer.from('xoxb-north-canary').toString('hex');
  for (const { text } of rows) expect(text.includes('xoxb-') || text.includes(hex)).toBe(false);
  await sql`update installations set wrapped_key = other.wrapped_key, ciphertext = other.ciphertext
            from installations other where installations.team = 'T0GLOBEX' and other.team = 'T0NORTH'`.execute(server.db);
  await expect(installations.of('T0GLOBEX')).rejects.toThrow(Refused);
  const elsewhere = createInstallations({ db: server.db, key: await keyFrom(randomBytes(32)) });
  await expect(elsewhere.of('T0NORTH')).rejects.toThrow('sealed with another SECRETS_KEY');
});

test('installed again, the new token counts', async () => {
  await installations.keep(northwind());
  await installations.keep(northwind('xoxb-new'));
  expect(await tokenOf('T0NORTH')).toBe('xoxb-new');
});

test('a workspace that removed the app has no token any more, and can install it again', async () => {
  await installations.keep(northwind());
  expect(await installations.lose('T0NORTH', 'app uninstalled')).toBe(true);
  expect(await installations.of('T0NORTH')).toBeUndefined();
  expect(await installations.teams()).toEqual([]);
  const { rows } = await sql<{ left: number }>`select count(ciphertext)::int as left from installations`.execute(server.db);
  expect(rows).toEqual([{ left: 0 }]);
  expect(await installations.lose('T0NORTH', 'token revoked')).toBe(false);
  await installations.keep(northwind('xoxb-again'));
  expect(await tokenOf('T0NORTH')).toBe('xoxb-again');
});

test('the news of a removal that comes late does not take the newer installation away', async () => {
  await installations.keep(northwind());
  const since = new Date(Date.now() - 60_000);
  const old = (await installations.of('T0NORTH'))?.version ?? 0;
  expect(await installations.lose('T0NORTH', 'app uninstalled', { since })).toBe(false);
  await installations.keep(northwind('xoxb-newer'));
  expect(await installations.lose('T0NORTH', 'token revoked', { version: old })).toBe(false);
  expect(await tokenOf('T0NORTH')).toBe('xoxb-newer');
  expect(await installations.lose('T0NORTH', 'token revoked', { version: old + 1 })).toBe(true);
});

test('who installed it and that it was lost is audited, without the token', async () => {
  await installations.keep(northwind());
  await installations.lose('T0NORTH', 'app uninstalled');
  const entries = [];
  for await (const { entry } of createAudit(server.db).entries()) entries.push(entry);
  expect(entries.slice(-2)).toMatchObject([
    { action: 'app installed in a workspace', actor: { id: 'U0ADA' }, details: { team: 'T0NORTH', name: 'Northwind Telecom' } },
    { action: 'access to a workspace lost', details: { why: 'app uninstalled' } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('xoxb-');
});
