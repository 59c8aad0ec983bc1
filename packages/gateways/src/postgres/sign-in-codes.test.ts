import { randomBytes } from 'node:crypto';
import { Secret } from '@enablement/core';
import { createMemoryAudit, createMemorySignInCodes } from '@enablement/core/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { loadSecretsKey, type SecretsKey } from '../vault/index.ts';
import { createAudit } from './audit/audit.ts';
import { listen } from './listen.ts';
import { createPhoneInstallations } from './phone-installations.ts';
import { createPhoneLogins, PHONE_CHANGED } from './phones/logins.ts';
import { signInCodesSuite } from './sign-in-codes.suite.ts';
import { createSignInPages } from './sign-in-pages.ts';
import { startTestDatabase } from './testing.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
let key: SecretsKey;
beforeAll(async () => {
  server = await startTestDatabase();
  key = await loadSecretsKey({ env: { SECRETS_KEY: randomBytes(32).toString('base64') }, dataDir: '/none' });
});
afterAll(() => server.remove());

function handClock() {
  let now = Date.UTC(2026, 2, 2, 9);
  const wait = (duration: number) => {
    now += duration;
  };
  return { now: () => new Date(now), wait };
}

signInCodesSuite('in memory', async () => {
  const clock = handClock();
  const audit = createMemoryAudit({ clock });
  return {
    ...createMemorySignInCodes({ clock, audit }),
    ...clock,
    audit: async () => audit.all.map(({ entry }) => `${entry.action}: ${entry.outcome}`),
  };
});

signInCodesSuite('in PostgreSQL', async () => {
  const clock = handClock();
  const { db } = server;
  const audit = async () => {
    const told = [];
    for await (const { entry } of createAudit(db).entries()) told.push(`${entry.action}: ${entry.outcome}`);
    return told;
  };
  return {
    signInPages: createSignInPages({ db, key, clock }),
    phoneInstallations: createPhoneInstallations({ db, key, clock }),
    ...clock,
    audit,
  };
});

test('whoever believes a phone still hears at once that it was signed out', async () => {
  const clock = handClock();
  const { db, url } = server;
  const who = { cloudId: 'NSACME', user: '100', domain: 'globex.example' };
  const pages = createSignInPages({ db, key, clock });
  const issued = await pages.issue({ who, person: 'U1', expires: new Date(clock.now().getTime() + 60_000) });
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  const revealed = await pages.reveal(issued.token, issued.code);
  if (revealed.outcome !== 'revealed') throw new Error(revealed.outcome);
  const installations = createPhoneInstallations({ db, key, clock });
  await installations.install(who, revealed.code, 'sessiontalk', 'device-1');
  const logins = createPhoneLogins({ db, key });
  const name = '100@globex.example#device-1';
  const softphone = { ...who, device: '100m', displayName: 'Ada', password: new Secret('sip') };
  const times = { provedAt: clock.now(), readAt: clock.now() };
  await logins.keep({ cloudId: 'NSACME', name }, { softphone, passwordHash: 'none', ...times });
  const [ready, heard] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const ears = listen(url, [PHONE_CHANGED], (_channel, said) => (said === undefined ? ready.resolve() : heard.resolve(said)));
  onTestFinished(() => ears.close());
  await ready.promise;
  await installations.revoke(who, 'U1');
  expect(JSON.parse(await heard.promise)).toEqual({ cloudId: 'NSACME', name });
  expect(await logins.get({ cloudId: 'NSACME', name })).toBeUndefined();
});

test('nothing in the tables is a code, a token, or a page’s address', async () => {
  const clock = handClock();
  const { db } = server;
  const who = { cloudId: 'NSACME', user: '100', domain: 'acme.example' };
  const pages = createSignInPages({ db, key, clock });
  const issued = await pages.issue({ who, person: 'U1', expires: new Date(clock.now().getTime() + 60_000) });
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  const revealed = await pages.reveal(issued.token, issued.code);
  if (revealed.outcome !== 'revealed') throw new Error(revealed.outcome);
  const installed = await createPhoneInstallations({ db, key, clock }).install(who, revealed.code, 'acrobits');
  if (installed.outcome !== 'installed') throw new Error(installed.outcome);
  const rows = [
    await db.selectFrom('sign_in_codes').selectAll().execute(),
    await db.selectFrom('phone_installations').selectAll().execute(),
    await db.selectFrom('audit').selectAll().execute(),
  ];
  const all = JSON.stringify(rows, (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
  for (const secret of [issued.token, revealed.code, installed.token]) expect(all).not.toContain(secret.reveal());
});
