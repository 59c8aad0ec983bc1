import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, call, eventually, Operator, Visitor } from '../scripts/lib/person.ts';
import type { AcrobitsApp } from './phone/acrobits-app.ts';
import { API_KEY, giveApiKey } from './phone/key.ts';
import { qrsOn } from './phone/qr.ts';
import type { SessionTalkApp } from './phone/session-talk-app.ts';
import { openShop, type PhoneShop, writeTemplates } from './phone/shop.ts';
import { logInto } from './platform.ts';
import { enableBase, openStage, PASSWORD, type Stage } from './stage.ts';

const USER = '100@acme.example';

let stage: Stage;
let shop: PhoneShop;
let folder: string;
/** Everything that Slack was told of these stories, and everything that must not be among it. */
const secrets: string[] = [API_KEY];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'enablement-codes-'));
  const templates = await writeTemplates(folder);
  // Nothing is asked of NetSapiens again for an hour, so that what takes effect sooner was heard of.
  const env = { PHONE_TEMPLATES: templates, BELIEVED_SECONDS: '3600' };
  stage = await openStage({
    phones: true,
    autoReply: true,
    vendorsRemember: true,
    env: { provisioning: env, bot: { ROLES_CACHED_SECONDS: '0' } },
  });
  await enableBase(stage, 'Northwind Telecom');
  shop = await openShop(stage.stack, templates);
});
afterAll(async () => {
  await shop?.close();
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (words: string) =>
  stage.olivia.pageAfter(`A code: ${words.split(' ')[0]}`, () => stage.olivia.command(`/softphone-code ${words}`));

/** Opens the page of a code, and gives what a camera reads of its two QRs. */
async function show(page: { readonly url: string; readonly code: string }): Promise<{ acrobits: string; sessionTalk: string }> {
  const visitor = new Visitor();
  await visitor.open(page.url);
  const shown = await visitor.send(page.url, { code: page.code });
  const [acrobits = '', sessionTalk = ''] = qrsOn(shown.text);
  secrets.push(page.url.split('/').at(-1) ?? '', acrobits.split(/[:@]/)[2] ?? '');
  return { acrobits, sessionTalk };
}
const newQr = async (user: string) => show(await ask(user));
const statusOf = async (phone: AcrobitsApp | SessionTalkApp) => (await phone.register()).status;

describe('a phone is signed in by a code', () => {
  test('without an API key the command says what is missing, and takes one on a page', async () => {
    await giveApiKey(stage);
  });

  test('the QR signs Cloud Softphone in: online, with Quick Dial, and no password was typed', async () => {
    const { acrobits } = await newQr(USER);
    expect(acrobits).toMatch(/^csc:100%40acme\.example:(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}@NSACME$/);
    const phone = shop.acrobits();
    expect(await phone.scan(acrobits)).toEqual({ signedIn: true });
    expect(await phone.register()).toEqual({ aor: 'sip:100m@acme.example', status: 200, expires: 600 });
    expect(phone.quickDial.map(({ displayName }) => displayName)).toEqual(expect.arrayContaining(['Park 1', 'Ben Example']));
    secrets.push(phone.value('cloud_password'));
    expect(phone.value('cloud_password')).toMatch(/^phone-/);
    for (let n = 0; n < 2; n++) await phone.start();
    expect([phone.value('title'), await statusOf(phone)]).toEqual(['Ada Example', 200]);
  });

  test('and SessionTalk, which goes on with its code', async () => {
    const { sessionTalk } = await newQr('101@acme.example');
    expect(sessionTalk).toMatch(/^scsc:101@acme\.example:(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
    const phone = shop.sessionTalk();
    expect(await phone.scan(sessionTalk)).toEqual({ signedIn: true });
    for (let n = 0; n < 2; n++) await phone.foreground();
    expect([phone.recreated, await statusOf(phone)]).toEqual([1, 200]);
  });

  test('typed instead of scanned, in small letters', async () => {
    const { acrobits } = await newQr('102@acme.example');
    const [, code = ''] = /:([^:@]+)@/.exec(acrobits) ?? [];
    expect(await shop.acrobits().signIn('102@acme.example@NSACME', code.toLowerCase())).toEqual({ signedIn: true });
  });

  test('a code works once, whatever the app; and a newer one replaces one that was not used', async () => {
    const { acrobits, sessionTalk } = await newQr('100@globex.example');
    expect(await shop.acrobits().scan(acrobits)).toEqual({ signedIn: true });
    const used = { signedIn: false, message: 'This code was used already. Ask your administrator for another one.' };
    expect([await shop.acrobits().scan(acrobits), await shop.sessionTalk().scan(sessionTalk)]).toEqual([used, used]);
    const older = await newQr('101@globex.example');
    const newer = await newQr('101@globex.example');
    expect(await shop.acrobits().scan(older.acrobits)).toEqual({
      signedIn: false,
      message: 'This code is too old. Ask your administrator for another one.',
    });
    expect(await shop.sessionTalk().scan(newer.sessionTalk)).toEqual({ signedIn: true });
  });

  test('a code is for its own user alone', async () => {
    const { acrobits } = await newQr('102@globex.example');
    const foreign = acrobits.replace('102%40', '100%40');
    expect(await shop.acrobits().scan(foreign)).toEqual({
      signedIn: false,
      message: 'User name or password is wrong. Check both and try again.',
    });
    expect(await shop.acrobits().scan(acrobits)).toEqual({ signedIn: true });
  });

  test('the page shows its code once, and closes after five wrong confirmation codes', async () => {
    const page = await ask('100@initech.example');
    await show(page);
    expect(await new Visitor().open(page.url)).toMatchObject({ status: 410, outcome: 'used' });
    const guessed = await ask('101@initech.example');
    const visitor = new Visitor();
    await visitor.open(guessed.url);
    for (let n = 0; n < 5; n++) await visitor.send(guessed.url, { code: guessed.code === '000000' ? '000001' : '000000' });
    expect(await visitor.open(guessed.url)).toMatchObject({ status: 429, outcome: 'locked' });
  });
});

describe('what happens to such a phone afterwards', () => {
  test('with NetSapiens down it goes on; a code is not used up meanwhile', async () => {
    const known = shop.acrobits();
    await known.scan((await newQr('102@initech.example')).acrobits);
    await known.start();
    const { acrobits } = await newQr('101@initech.example');
    await stage.stack.program('netsapiens').kill();
    try {
      await known.start();
      expect(known.value('title')).toBe('Cleo Example');
      expect(await shop.acrobits().scan(acrobits)).toMatchObject({ message: expect.stringContaining('does not answer') });
    } finally {
      await stage.stack.start('netsapiens');
    }
    const late = shop.acrobits();
    await eventually('the code still works', async () => (await late.scan(acrobits)).signedIn);
    expect([await statusOf(known), await statusOf(late)]).toEqual([200, 200]);
  });

  test('signing out reaches all of the user’s phones that a code has signed in, and no other', async () => {
    const [phone, talk, byPassword] = [shop.acrobits(), shop.sessionTalk(), shop.acrobits()];
    expect(await phone.scan((await newQr('100@initech.example')).acrobits)).toEqual({ signedIn: true });
    // NetSapiens was away just now, and is left alone for some seconds after a silence.
    const { sessionTalk } = await newQr('100@initech.example');
    await eventually('SessionTalk is signed in', async () => (await talk.scan(sessionTalk)).signedIn);
    await eventually(
      'so is a phone with a password',
      async () => (await byPassword.signIn('100@initech.example@NSACME', PASSWORD)).signedIn,
    );
    expect(await stage.olivia.answerTo('/softphone-code sign-out 100@initech.example')).toContain(
      '2 phones of `100@initech.example`',
    );
    await eventually('both apps are signed out', async () => {
      await Promise.all([phone.start(), talk.foreground()]);
      return phone.value('host') === 'signed-out.invalid' && !talk.isLoggedIn;
    });
    await byPassword.start();
    expect(talk.message).toBe('This phone was signed out. Ask your administrator for a code.');
    expect(await statusOf(byPassword)).toBe(200);
  });

  test('a deleted user’s phone is logged out', async () => {
    const { netsapiens } = stage.stack.urls;
    await call(`${netsapiens}/_mock/seed`, { users: [{ domain: 'initech.example', user: '150', password: PASSWORD }] });
    const phone = shop.acrobits();
    await phone.scan((await newQr('150@initech.example')).acrobits);
    expect(await statusOf(phone)).toBe(200);
    await stage.stack.program('provisioning').stop();
    await stage.stack.start('provisioning', { BELIEVED_SECONDS: '0' });
    const token = await logInto(netsapiens, 'super@system.example');
    await fetch(`${netsapiens}/ns-api/v2/domains/initech.example/users/150`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    });
    await eventually('the phone is logged out', async () => {
      await phone.start();
      return phone.value('host') === 'signed-out.invalid';
    });
    expect(await statusOf(phone)).toBe(0);
  });
});

describe('who may', () => {
  test('a viewer and an approver may neither, and an unknown user or environment is told', async () => {
    const viewer = new Operator(stage.stack.urls.slack, 'U0VERA');
    expect(await viewer.answerTo(`/softphone-code ${USER}`)).toMatch(/You may not give a sign-in code here\. Who can: /);
    expect(await viewer.answerTo(`/softphone-code sign-out ${USER}`)).toMatch(/You may not sign phones out here\./);
    expect(await stage.olivia.answerTo('/softphone-code 999@acme.example')).toContain('There is no user 999 in `acme.example`');
    expect(await stage.olivia.answerTo(`/softphone-code ${USER} NOPE`)).toContain('There is no environment NOPE.');
  });

  test('whoever may look at runs is shown what the portals need', async () => {
    const viewer = new Operator(stage.stack.urls.slack, 'U0VERA');
    const told = await viewer.answerTo('/enable-acrobits portal-settings');
    expect(told).toContain('&lt;initialGlobalProvisioningUrl&gt;');
    expect(told).toContain(`External Provisioning Url: ${stage.stack.urls.provisioning}/sessiontalk/provisioning/NSACME`);
  });
});

test('no key, code, token or page address was printed, nor a code told to Slack', async () => {
  const slack = JSON.stringify(
    (await stage.olivia.messages()).map((message) => [message.text, message.blocks, buttonsOf(message).map(({ text }) => text)]),
  );
  const found = secrets.filter((secret) => secret.length > 5);
  expect(found.length).toBeGreaterThan(20);
  for (const secret of found) expect(stage.stack.output()).not.toContain(secret);
  for (const secret of found.filter((one) => /^(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}$|^phone-|^ns/.test(one)))
    expect(slack).not.toContain(secret);
});
