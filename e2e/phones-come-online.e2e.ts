import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { call, eventually } from '../scripts/lib/person.ts';
import type { AcrobitsApp } from './phone/acrobits-app.ts';
import { openShop, type PhoneShop, writeTemplates } from './phone/shop.ts';
import { registerWithSipp, SIPP } from './phone/sip/sipp.ts';
import { logInto } from './platform.ts';
import { breakVendor, enableBase, openStage, PASSWORD, type Stage } from './stage.ts';

let stage: Stage;
let shop: PhoneShop;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'enablement-phones-'));
  const templates = await writeTemplates(folder);
  // Nothing is believed without asking, so that what changes in NetSapiens shows at the next call.
  const env = { PHONE_TEMPLATES: templates, BELIEVED_SECONDS: '0', REREAD_SECONDS: '0' };
  stage = await openStage({
    phones: true,
    autoReply: true,
    vendorsRemember: true,
    env: { provisioning: env, bot: { PHONE_TEMPLATES: templates } },
  });
  await enableBase(stage, 'Northwind Telecom');
  shop = await openShop(stage.stack, templates);
});
afterAll(async () => {
  await shop?.close();
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => fetch(`${stage.stack.urls.netsapiens}/_mock/faults`, { method: 'DELETE' }));

const api = async (method: string, path: string, body?: object) => {
  const token = await logInto(stage.stack.urls.netsapiens, 'super@system.example');
  const response = await fetch(`${stage.stack.urls.netsapiens}/ns-api/v2${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
};
const addUser = (domain: string, user: string, more: object = {}) =>
  call(`${stage.stack.urls.netsapiens}/_mock/seed`, { users: [{ domain, user, password: PASSWORD, ...more }] });
const usersOf = async (domain: string): Promise<readonly string[]> => {
  const { users } = await call<{ users: readonly { domain: string; user: string }[] }>(
    `${stage.stack.urls.netsapiens}/_mock/state`,
  );
  return users.filter((one) => one.domain === domain).map(({ user }) => user);
};
const isOnline = async (phone: Pick<AcrobitsApp, 'register'>) => (await phone.register()).status === 200;

describe('a phone comes online with the NetSapiens log-in', () => {
  test('Cloud Softphone: what it is sent registers, with Quick Dial beside it', async () => {
    const phone = shop.acrobits();
    expect(await phone.signIn('100@acme.example@NSACME', PASSWORD)).toEqual({ signedIn: true });
    expect(await phone.register()).toEqual({ aor: 'sip:100m@acme.example', status: 200, expires: 600 });
    expect(shop.registrar.online()).toContain('sip:100m@acme.example');
    expect(phone.quickDial.map(({ displayName, uri }) => [displayName, uri])).toEqual(
      expect.arrayContaining([
        ['Park 1', '*701'],
        ['Ben Example', '101'],
      ]),
    );
    await phone.start();
    await phone.pass(7200);
    expect(await isOnline(phone)).toBe(true);
  });

  test('the editable version, too', async () => {
    expect(await shop.acrobits().signIn('100%40acme.example@NSACME*', PASSWORD)).toEqual({ signedIn: true });
  });

  test('SessionTalk: the same, and nothing is made anew until something changes', async () => {
    const phone = shop.sessionTalk();
    expect(await phone.signIn('101@acme.example', PASSWORD)).toEqual({ signedIn: true });
    expect(await phone.register()).toEqual({ aor: 'sip:101m@acme.example', status: 200, expires: 600 });
    for (let n = 0; n < 3; n++) await phone.foreground();
    expect(phone.recreated).toBe(1);
    await api('PUT', '/domains/acme.example/users/101/devices/101m', {
      'device-sip-registration-password': 'new-secret-of-101m',
    });
    await eventually('the core knows the old one no more', async () => !(await isOnline(phone)));
    await phone.foreground();
    expect([phone.recreated, await isOnline(phone)]).toEqual([2, true]);
  });

  test('a user without a softphone gets one made', async () => {
    await addUser('acme.example', '130');
    const phone = shop.acrobits();
    expect(await phone.signIn('130@acme.example@NSACME', PASSWORD)).toEqual({ signedIn: true });
    expect(await phone.register()).toMatchObject({ aor: 'sip:130m@acme.example', status: 200 });
  });

  test.skipIf(SIPP === undefined)(
    'SIPp agrees that these are the right credentials (needs SIPp: Debian’s sip-tester, or SIPP)',
    async () => {
      const phone = shop.acrobits();
      await phone.signIn('102@acme.example@NSACME', PASSWORD);
      expect(await registerWithSipp(phone.sip, shop.registrar)).toBe(true);
      expect(await registerWithSipp({ ...phone.sip, password: 'guessed' }, shop.registrar)).toBe(false);
    },
  );

  test.each([
    ['100@acme.example@NSACME', 'wrong', 'User name or password is wrong. Check both and try again.'],
    ['nobody@acme.example@NSACME', PASSWORD, 'User name or password is wrong. Check both and try again.'],
    ['mfa@acme.example@NSACME', PASSWORD, 'This user signs in with a second factor'],
    ['legacy@acme.example@NSACME', PASSWORD, 'This user still has an old kind of password.'],
    ['100@acme.example@NOPE', PASSWORD, 'This cloud ID is not served here.'],
  ])('%s with “%s” reads: %s', async (field, password, sentence) => {
    expect(await shop.acrobits().signIn(field, password)).toEqual({
      signedIn: false,
      message: expect.stringContaining(sentence),
    });
  });
});

describe('what happens to the user afterwards', () => {
  test('a changed SIP password arrives at the next start', async () => {
    const phone = shop.acrobits();
    await phone.signIn('100@globex.example@NSACME', PASSWORD);
    await api('PUT', '/domains/globex.example/users/100/devices/100m', {
      'device-sip-registration-password': 'another-sip-secret',
    });
    await eventually('the core knows the old one no more', async () => !(await isOnline(phone)));
    await phone.start();
    expect(await isOnline(phone)).toBe(true);
  });

  test('a changed log-in password signs out whoever has the old one, and the new one lets in', async () => {
    await addUser('globex.example', '140');
    const [phone, talk] = [shop.acrobits(), shop.sessionTalk()];
    await phone.signIn('140@globex.example@NSACME', PASSWORD);
    await talk.signIn('140@globex.example', PASSWORD);
    await addUser('globex.example', '140', { password: 'another-password' });
    await phone.start();
    await talk.foreground();
    expect([await isOnline(phone), talk.isLoggedIn]).toEqual([false, false]);
    expect(phone.value('title')).toContain('Signed out');
    expect(await phone.signIn('140@globex.example@NSACME', 'another-password')).toEqual({ signedIn: true });
    expect(await isOnline(phone)).toBe(true);
  });

  test('a deleted user is logged out, in both apps', async () => {
    await addUser('globex.example', '141');
    const [phone, talk] = [shop.acrobits(), shop.sessionTalk()];
    await phone.signIn('141@globex.example@NSACME', PASSWORD);
    await talk.signIn('141@globex.example', PASSWORD);
    await api('DELETE', '/domains/globex.example/users/141');
    await eventually('the core has deleted it', async () => (await usersOf('globex.example')).includes('141') === false);
    await phone.start();
    await talk.foreground();
    expect(phone.sip).toMatchObject({ host: 'signed-out.invalid' });
    expect([talk.isLoggedIn, talk.message]).toEqual([false, expect.stringContaining('User name or password is wrong.')]);
  });

  test('a disabled user is logged out of Cloud Softphone, and keeps SessionTalk as it is', async () => {
    await addUser('globex.example', '142');
    const [phone, talk] = [shop.acrobits(), shop.sessionTalk()];
    await phone.signIn('142@globex.example@NSACME', PASSWORD);
    await talk.signIn('142@globex.example', PASSWORD);
    const locked = { error: 'invalid_grant', error_description: 'This account is disabled' };
    await breakVendor(stage, 'netsapiens', { operation: 'createToken', times: 2, status: 403, body: locked });
    await talk.foreground();
    await phone.start();
    expect([talk.isLoggedIn, talk.recreated, talk.message]).toEqual([true, 1, expect.stringContaining('locked')]);
    expect(phone.sip).toMatchObject({ host: 'signed-out.invalid' });
  });

  test('while NetSapiens is down, phones that are known go on, and new ones are told to wait', async () => {
    const [phone, talk] = [shop.acrobits(), shop.sessionTalk()];
    await phone.signIn('101@globex.example@NSACME', PASSWORD);
    await talk.signIn('102@globex.example', PASSWORD);
    await stage.stack.program('netsapiens').kill();
    try {
      await phone.start();
      await talk.foreground();
      expect(phone.value('title')).toBe('Ben Example');
      expect([talk.isLoggedIn, talk.recreated]).toEqual([true, 1]);
      const stranger = await shop.acrobits().signIn('100@initech.example@NSACME', PASSWORD);
      expect(stranger).toEqual({ signedIn: false, message: expect.stringContaining('does not answer at the moment') });
    } finally {
      await stage.stack.start('netsapiens');
    }
    expect([await isOnline(phone), await isOnline(talk)]).toEqual([true, true]);
  });

  test('while our own service is down, phones keep what they have', async () => {
    const phone = shop.acrobits();
    await phone.signIn('102@globex.example@NSACME', PASSWORD);
    await stage.stack.program('provisioning').stop();
    try {
      await phone.start();
      expect(await isOnline(phone)).toBe(true);
      expect(await shop.acrobits().signIn('102@globex.example@NSACME', PASSWORD)).toMatchObject({ signedIn: false });
    } finally {
      await stage.stack.start('provisioning');
    }
  });
});

test('no password of anybody was printed', () => {
  const printed = stage.stack.output();
  for (const secret of [PASSWORD, 'another-password', 'another-sip-secret', 'new-secret-of-101m', 'sip-100m-acme.example'])
    expect(printed).not.toContain(secret);
});
