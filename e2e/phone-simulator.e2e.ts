import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AcrobitsApp } from './phone/acrobits-app.ts';
import { SessionTalkApp } from './phone/session-talk-app.ts';
import { openRegistrar, type Registrar } from './phone/sip/registrar.ts';
import { registerWithSipp, SIPP } from './phone/sip/sipp.ts';

// The phones of the other stories are held here to what their vendors document, against a service that says what each test wants.
const PASSWORD = 'a-sip-password';
let registrar: Registrar;
let service: { readonly url: string; readonly asked: string[]; answer: { status: number; body: string }; close(): void };
beforeAll(async () => {
  registrar = await openRegistrar(async (device, domain) =>
    device === '100m' && domain === 'acme.example' ? PASSWORD : undefined,
  );
  service = await serveAnswers();
});
afterAll(async () => {
  service.close();
  await registrar.close();
});

const account = (nodes: string) => ({ status: 200, body: `<?xml version="1.0"?><account>${nodes}</account>` });
const COMPLETE = `<title>Ada &amp; Co</title><username>100m</username><password>${PASSWORD}</password><host>acme.example</host><proxy>core.example</proxy><cloud_username>ada</cloud_username><cloud_password>token</cloud_password>`;

function acrobits(more: Readonly<Record<string, string>> = {}): AcrobitsApp {
  const portal = {
    InitialProvisioningUrl: `${service.url}/initial`,
    InitialProvisioningMethod: 'POST',
    InitialProvisioningPostData: 'id=%fullcode%&u=%username%&p=%password%&other=%nobody%',
    extProvUrl: `${service.url}/again?u=%account[cloud_username]%&p=%account[cloud_password]%`,
    ...more,
  };
  return new AcrobitsApp(portal, () => registrar);
}

describe('the Acrobits app', () => {
  test('one field: split at its last @, decoded, and filled into the portal’s template', async () => {
    service.answer = account(COMPLETE);
    const phone = acrobits();
    for (const field of ['100@acme.example@NSACME*', '100%40acme.example@NSACME*'])
      expect(await phone.signIn(field, 'p&q')).toEqual({ signedIn: true });
    const asked = 'POST /initial id=NSACME*&u=100%40acme.example&p=p%26q&other=%nobody%';
    expect(service.asked.slice(-2).map((line) => line.replace('%2A', '*'))).toEqual([asked, asked]);
    expect(phone.value('title')).toBe('Ada & Co');
  });

  test('an error’s own words are shown, and otherwise a generic text', async () => {
    service.answer = { status: 403, body: '<error><message>Wrong user name or password.</message></error>' };
    expect(await acrobits().signIn('ada@NSACME', 'x')).toEqual({ signedIn: false, message: 'Wrong user name or password.' });
    service.answer = { status: 403, body: '{"message":"no"}' };
    expect(await acrobits().signIn('ada@NSACME', 'x')).toEqual({ signedIn: false, message: 'Provisioning failed.' });
    service.answer = account('<title> </title><username>100m</username>');
    expect(await acrobits().signIn('ada@NSACME', 'x')).toMatchObject({ signedIn: false });
  });

  test('at start it asks again in the account’s words, and a failure leaves the account as it was', async () => {
    service.answer = account(COMPLETE);
    const phone = acrobits();
    await phone.signIn('ada@NSACME', 'x');
    for (const answer of [{ status: 503, body: '' }, { status: 200, body: 'broken <' }, account('<title/>')]) {
      service.answer = answer;
      await phone.start();
      expect(service.asked.at(-1)).toBe('GET /again?u=ada&p=token ');
      expect(phone.sip.password).toBe(PASSWORD);
    }
  });

  test('a value of a lower priority than what stands is not taken', async () => {
    service.answer = account(COMPLETE);
    const phone = acrobits();
    await phone.signIn('ada@NSACME', 'x');
    phone.edit('title', 'My phone');
    service.answer = account('<title>Theirs</title><username>100x</username>');
    await phone.start();
    expect([phone.value('title'), phone.value('username')]).toEqual(['My phone', '100x']);
    service.answer = account('<title priority="50">Theirs</title>');
    await phone.start();
    expect(phone.value('title')).toBe('Theirs');
  });

  test('it asks again as often as the account’s interval passes', async () => {
    service.answer = account(`${COMPLETE}<extProvInterval>3600</extProvInterval>`);
    const phone = acrobits();
    await phone.signIn('ada@NSACME', 'x');
    const before = service.asked.length;
    for (const seconds of [3000, 3000, 4800]) await phone.pass(seconds);
    expect(service.asked.length - before).toBe(3);
  });

  test('global provisioning comes first, is merged by id, and its failure stops the sign-in', async () => {
    const phone = acrobits({ initialGlobalProvisioningUrl: `${service.url}/global`, globalExtProvUrl: `${service.url}/global` });
    const park = '<item id="park" priority="50"><displayName>Park</displayName><uri>*70</uri></item>';
    service.answer = {
      status: 200,
      body: `<root><quickDial>${park}<item id="old"><uri>1</uri></item></quickDial><account/></root>`,
    };
    await phone.signIn('ada@NSACME', 'x');
    expect(phone.quickDial.map(({ id }) => id)).toEqual(['park', 'old']);
    service.answer = {
      status: 200,
      body: '<x><quickDial maxQuickDialReplacePriority="21"><item id="new"><uri>2</uri></item></quickDial></x>',
    };
    await phone.start();
    expect(phone.quickDial.map(({ id }) => id)).toEqual(['park', 'new']);
    service.answer = { status: 503, body: '<error><message>Later.</message></error>' };
    expect(await phone.signIn('ada@NSACME', 'x')).toEqual({ signedIn: false, message: 'Later.' });
  });

  test('what it got is what it registers with', async () => {
    service.answer = account(COMPLETE);
    const phone = acrobits();
    await phone.signIn('ada@NSACME', 'x');
    expect(await phone.register()).toEqual({ aor: 'sip:100m@acme.example', status: 200, expires: 600 });
    expect(registrar.online()).toEqual(['sip:100m@acme.example']);
    await phone.register(0);
    expect(registrar.online()).toEqual([]);
    phone.edit('password', 'wrong');
    expect((await phone.register()).status).toBe(403);
  });
});

describe('the SessionTalk app', () => {
  const answer = (body: object) => ({ status: 200, body: JSON.stringify(body) });
  const entry = { sipusername: '100m', sippassword: PASSWORD, transport: 'UDP', subdomain: 'acme', proxy: 'core.example' };
  const phone = () => new SessionTalkApp({ url: `${service.url}/talk`, domain: 'example' }, () => registrar, 'device-1');

  test('accounts are recreated when told so, and kept otherwise and when anything fails', async () => {
    service.answer = answer({ update: true, sipaccounts: [entry] });
    const app = phone();
    expect(await app.signIn('100@acme.example', 'p&q')).toEqual({ signedIn: true });
    expect(service.asked.at(-1)).toBe(
      'GET /talk?username=100%40acme.example&password=p%26q&reprovision=false&deviceId=device-1 ',
    );
    expect((await app.register()).status).toBe(200);
    for (const said of [
      answer({ update: false, sipaccounts: [] }),
      { status: 500, body: '' },
      { status: 200, body: 'no JSON' },
    ]) {
      service.answer = said;
      await app.foreground();
      expect(service.asked.at(-1)).toContain('reprovision=true');
      expect([app.isLoggedIn, app.recreated]).toEqual([true, 1]);
    }
    await app.register(0);
  });

  test('an update without accounts is a log-out, and what went wrong is shown', async () => {
    service.answer = answer({ update: true, sipaccounts: [entry] });
    const app = phone();
    await app.signIn('100@acme.example', 'x');
    service.answer = answer({ update: true, sipaccounts: [], errmsg: 'You were signed out.' });
    await app.foreground();
    expect([app.isLoggedIn, app.message]).toEqual([false, 'You were signed out.']);
  });
});

describe('the registrar', () => {
  const account = { username: '100m', host: 'acme.example', authUsername: '100m', password: PASSWORD };

  const how = SIPP === undefined ? ' (needs SIPp: apt-get install sip-tester, or name it in SIPP)' : '';
  test.skipIf(SIPP === undefined)(`lets SIPp in, which shares no code with it, with the right password alone${how}`, async () => {
    expect(await registerWithSipp(account, registrar)).toBe(true);
    expect(registrar.online()).toEqual(['sip:100m@acme.example']);
    expect(await registerWithSipp(account, registrar, 0)).toBe(true);
    expect(await registerWithSipp({ ...account, password: 'wrong' }, registrar)).toBe(false);
    expect(registrar.online()).toEqual([]);
  });
});

async function serveAnswers(): Promise<typeof service> {
  const asked: string[] = [];
  const served = { url: '', asked, answer: { status: 200, body: '' }, close: () => void server.close() };
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url} ${await bodyOf(request)}`);
    response.writeHead(served.answer.status).end(served.answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return served;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
