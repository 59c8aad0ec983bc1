import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MatchersV3, PactV3, SpecificationVersion } from '@pact-foundation/pact';
import { describe, expect, it } from 'vitest';
import { messageOf, readXml } from './testing/stage.ts';

const { like, regex } = MatchersV3;

const pacts = fileURLToPath(new URL('../../../packages/contracts/pacts', import.meta.url));
// Pact merges into the file that it finds, so that an interaction that is no more would stay for ever.
rmSync(`${pacts}/phone-provisioning.json`, { force: true });

/** Calls as the makers of the apps document them, and what the apps read from the answers. */
const pact = () =>
  new PactV3({
    consumer: 'phone',
    provider: 'provisioning',
    dir: pacts,
    logLevel: 'error',
    spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  });

const KNOWN = 'Ada of acme.example may sign in';
const LOGIN = { cloud_id: 'NSACME', cloud_username: '100@acme.example', cloud_password: 'mock-password' };
const FORM = 'application/x-www-form-urlencoded';
const XML = 'application/xml; charset=utf-8';
const LATER = 'Wed, 21 Oct 2026 10:00:00 GMT';

/** The provider is brought to this very text, so that it can be compared as it stands. */
const ACCOUNT_XML =
  '<?xml version="1.0" encoding="UTF-8"?>\n<account><title>Ada Example</title><username>100m</username><authUsername>100m</authUsername><password>canary-sip-secret</password><host>acme.example</host><proxy>core1.northwind.example</proxy><transport>udp</transport><userDisplayName>Ada Example</userDisplayName><cloud_username>100@acme.example</cloud_username><cloud_password>mock-password</cloud_password><extProvUrl>https://phones.northwind.example/acrobits/provisioning</extProvUrl><extProvMethod>POST</extProvMethod><extProvPostData>cloud_id=NSACME&amp;cloud_username=%account[cloud_username]%&amp;cloud_password=%account[cloud_password]%&amp;reprovision=1</extProvPostData><extProvInterval>3600</extProvInterval></account>';
const error = (message: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<error><message>${message}</message></error>`;
const QUICK_DIAL =
  '<?xml version="1.0" encoding="UTF-8"?>\n<provisioning><quickDial maxQuickDialReplacePriority="21"><item id="contact-101@acme.example-work"><displayName>Ben Example</displayName><uri>101</uri></item></quickDial></provisioning>';
const WRONG = 'User name or password is wrong. Check both and try again.';

const accountIn = async (answer: Response) => Object(readXml(await answer.text()).account) as Record<string, unknown>;

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
type Answer = Parameters<PactV3['willRespondWith']>[0];

/** One call as an app makes it, and the answer as the app reads it. */
const conversation = (
  state: string,
  description: string,
  call: Call,
  promised: Answer,
  read: (answer: Response) => Promise<void>,
) =>
  pact()
    .given(state)
    .uponReceiving(description)
    .withRequest(call)
    .willRespondWith(promised)
    .executeTest(async ({ url }) => {
      const { method, path, query, headers = {}, body = null } = call;
      await read(await fetch(`${url}${path}${query ? `?${new URLSearchParams(query)}` : ''}`, { method, headers, body }));
    });

const asForm = (path: string, fields: Record<string, string>): Call => ({
  method: 'POST',
  path,
  headers: { 'Content-Type': FORM },
  body: new URLSearchParams(fields).toString(),
});
const inXml = (status: number, body: string, headers: Record<string, MatchersV3.Matcher<string> | string> = {}): Answer => ({
  status,
  headers: { 'Content-Type': XML, ...headers },
  body,
});

describe('Acrobits’ app', () => {
  const PATH = '/acrobits/provisioning';

  it('signs in with GET', () =>
    conversation(
      KNOWN,
      'a first sign-in with a query',
      { method: 'GET', path: PATH, query: { ...LOGIN, initialScreen: '1' } },
      inXml(200, ACCOUNT_XML, { 'Cache-Control': 'no-store' }),
      async (answer) => {
        const read = { username: '100m', host: 'acme.example', proxy: 'core1.northwind.example' };
        expect(await accountIn(answer)).toMatchObject(read);
      },
    ));

  it('signs in with a form', () =>
    conversation(KNOWN, 'a sign-in with a form', asForm(PATH, LOGIN), inXml(200, ACCOUNT_XML), async (answer) => {
      expect(await accountIn(answer)).toMatchObject({ username: '100m' });
    }));

  it('signs in with JSON', () =>
    conversation(
      KNOWN,
      'a sign-in with JSON',
      { method: 'POST', path: PATH, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(LOGIN) },
      inXml(200, ACCOUNT_XML),
      async (answer) => {
        expect(await accountIn(answer)).toMatchObject({ password: 'canary-sip-secret' });
      },
    ));

  it('shows the message of an error', () =>
    conversation(
      KNOWN,
      'a sign-in with a wrong password',
      asForm(PATH, { ...LOGIN, cloud_password: 'wrong' }),
      inXml(403, error(WRONG)),
      async (answer) => {
        expect(messageOf(await answer.text())).toBe(WRONG);
      },
    ));

  it('is told while NetSapiens does not answer', () =>
    conversation(
      'NetSapiens does not answer',
      'a first sign-in at a bad moment',
      asForm(PATH, LOGIN),
      { status: 503, headers: { 'Retry-After': regex('^[0-9]+$', '30') } },
      async (answer) => {
        expect(answer.status).toBe(503);
      },
    ));

  it('gets an account that is signed out when it asks again for somebody who is gone', () => {
    const text = ACCOUNT_XML.replace('Ada Example</title>', 'Signed out: ask your administrator</title>')
      .replace('Ada Example', 'Signed out')
      .replaceAll('100m', 'signed-out')
      .replace('canary-sip-secret', 'signed-out')
      .replace('<host>acme.example', '<host>signed-out.invalid')
      .replace('<proxy>core1.northwind.example', '<proxy>signed-out.invalid')
      .replace('<cloud_username>', '<voiceMailNumber></voiceMailNumber><cloud_username>');
    return conversation(
      'Ada of acme.example is gone',
      'a call of a phone whose user is gone',
      asForm(PATH, { ...LOGIN, reprovision: '1' }),
      inXml(200, text),
      async (answer) => {
        expect(await accountIn(answer)).toMatchObject({ host: 'signed-out.invalid' });
      },
    );
  });

  it('gets Quick Dial', () =>
    conversation(
      KNOWN,
      'a question for Quick Dial',
      asForm('/acrobits/global', LOGIN),
      inXml(200, QUICK_DIAL, { ETag: regex('^"[^"]+"$', '"a1"'), 'Last-Modified': like('Tue, 20 Oct 2026 10:00:00 GMT') }),
      async (answer) => {
        expect(Object(readXml(await answer.text()).provisioning).quickDial.item).toMatchObject({ uri: '101' });
      },
    ));

  it('is told that Quick Dial has not changed', () =>
    conversation(
      'Ada has had her Quick Dial since then',
      'a question whether Quick Dial has changed',
      { method: 'GET', path: '/acrobits/global', query: LOGIN, headers: { 'If-Modified-Since': LATER } },
      { status: 304 },
      async (answer) => {
        expect(answer.status).toBe(304);
      },
    ));
});

describe('SessionTalk’s app', () => {
  const QUERY = { username: '100@acme.example', password: 'mock-password', reprovision: 'false', deviceId: '3kQs875391li29' };
  const ACCOUNT = {
    sipusername: '100m',
    sippassword: 'canary-sip-secret',
    authusername: '100m',
    transport: 'UDP',
    proxy: 'core1.northwind.example',
  };
  const conversing = (state: string, description: string, query: Record<string, string>, body: object, status = 200) =>
    conversation(
      state,
      description,
      { method: 'GET', path: '/sessiontalk/provisioning', query },
      { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body },
      async (answer) => {
        expect(await answer.json()).toHaveProperty('update');
      },
    );
  const AGAIN = { ...QUERY, reprovision: 'true' };

  it('is set up', () => conversing(KNOWN, 'a set-up of SessionTalk', QUERY, { update: true, sipaccounts: [ACCOUNT] }));
  it('is left alone', () =>
    conversing('SessionTalk’s app has its account', 'a call of SessionTalk in the foreground', AGAIN, {
      update: false,
      sipaccounts: [],
    }));
  it('loses its account', () =>
    conversing('Ada of acme.example is gone', 'a call of SessionTalk whose user is gone', AGAIN, {
      update: true,
      sipaccounts: [],
      errmsg: WRONG,
    }));
});
