import { minutes, Secret, seconds, Unreachable } from '@enablement/core';
import { ADA, NSACME } from '@enablement/core/testing';
import { describe, expect, test } from 'vitest';
import { LOGIN, messageOf, openStage, PASSWORD, PHONES_URL, readXml } from '../testing/stage.ts';

const PATH = '/acrobits/provisioning';
const accountIn = (text: string) => Object(readXml(text).account) as Record<string, unknown>;
const ACCOUNT = { username: '100m', password: 'canary-sip-secret', host: 'acme.example', proxy: 'core1.northwind.example' };

describe('a phone that signs in', () => {
  test('as Acrobits’ documentation shows it, with GET and its headers', async () => {
    await using stage = await openStage();
    const headers = { 'Cache-Control': 'max-age=0', 'User-Agent': 'CloudSoftphone/6.0' };
    const answer = await stage.get(PATH, { ...LOGIN, initialScreen: '1' }, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(accountIn(await answer.text())).toMatchObject({
      ...ACCOUNT,
      cloud_username: '100@acme.example',
      cloud_password: PASSWORD,
    });
  });

  test('as Acrobits’ sample recommends, with a form', async () => {
    await using stage = await openStage();
    const answer = await stage.post(PATH, LOGIN);
    expect(accountIn(await answer.text())).toMatchObject({ ...ACCOUNT, extProvUrl: `${PHONES_URL}${PATH}` });
  });

  test('with JSON', async () => {
    await using stage = await openStage();
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const answer = await fetch(`${stage.url}${PATH}`, { method: 'POST', headers, body: JSON.stringify(LOGIN) });
    expect(accountIn(await answer.text())).toMatchObject(ACCOUNT);
  });

  test.each([
    ['the editable version', { cloud_id: 'NSACME*' }],
    ['a cloud ID in small letters', { cloud_id: 'nsacme' }],
    ['an e-mail address that is a login name', { cloud_username: 'Ada@ACME.example' }],
  ])('with %s', async (_, change) => {
    await using stage = await openStage();
    expect((await stage.post(PATH, { ...LOGIN, ...change })).status).toBe(200);
  });

  test('with parameters that are called otherwise in the portal', async () => {
    const parameters = { username: 'user', password: 'pass', cloudId: 'code' };
    await using stage = await openStage({ templates: { parameters } });
    expect((await stage.post(PATH, { user: '100@acme.example', pass: PASSWORD, code: 'NSACME' })).status).toBe(200);
    expect((await stage.post(PATH, LOGIN)).status).toBe(400);
  });

  test('with an extension alone where a domain is the usual one', async () => {
    const phones = [{ cloudId: 'NSACME', defaultDomain: 'acme.example' }];
    await using stage = await openStage({ templates: { phones } });
    expect((await stage.post(PATH, { ...LOGIN, cloud_username: '100' })).status).toBe(200);
  });

  test('gets the template of its cloudId', async () => {
    const phones = [
      { cloudId: 'NSOTHER', transport: 'tcp', priorities: { transport: 50 }, settings: { sdesIncoming: 'required' } },
    ];
    await using stage = await openStage({ templates: { phones }, environments: [NSACME, { ...NSACME, cloudId: 'NSOTHER' }] });
    const [one, other] = [await stage.post(PATH, LOGIN), await stage.post(PATH, { ...LOGIN, cloud_id: 'NSOTHER' })];
    expect(accountIn(await one.text()).transport).toBe('udp');
    expect(accountIn(await other.text())).toMatchObject({
      transport: { '#text': 'tcp', '@priority': '50' },
      sdesIncoming: 'required',
    });
  });

  test('is answered so that nothing on the way keeps the answer', async () => {
    await using stage = await openStage();
    for (const answer of [
      await stage.post(PATH, LOGIN),
      await stage.post(PATH, { ...LOGIN, cloud_password: 'x' }),
      await stage.get('/', {}),
    ]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(answer.headers.get('etag')).toBeNull();
    }
  });
});

describe('a phone that cannot sign in is told why in one sentence', () => {
  const refusalOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    return { status: answer.status, message: messageOf(await answer.text()) };
  };

  test.each([
    ['cloud_id', 'The cloud ID is missing.'],
    ['cloud_username', 'The user name is missing.'],
    ['cloud_password', 'The password is missing.'],
  ])('without %s', async (name, message) => {
    await using stage = await openStage();
    const { [name as keyof typeof LOGIN]: _, ...rest } = LOGIN;
    expect(await refusalOf(await stage.post(PATH, rest))).toEqual({ status: 400, message });
    expect(await refusalOf(await stage.get(PATH, { ...LOGIN, [name]: '' }))).toEqual({ status: 400, message });
  });

  test('with a cloud ID of somebody else', async () => {
    await using stage = await openStage();
    const message = 'This cloud ID is not served here. Check the code behind the @.';
    expect(await refusalOf(await stage.post(PATH, { ...LOGIN, cloud_id: 'OTHER' }))).toEqual({ status: 400, message });
  });

  test('with a wrong password or an unknown name, in the same words', async () => {
    await using stage = await openStage();
    const message = 'User name or password is wrong. Check both and try again.';
    const wrong = [{ cloud_password: 'wrong' }, { cloud_username: 'nobody@acme.example' }];
    for (const change of wrong)
      expect(await refusalOf(await stage.post(PATH, { ...LOGIN, ...change }))).toEqual({ status: 403, message });
  });

  test.each([
    ['second factor', /second factor/],
    ['no secure password', /new password in the web portal/],
    ['scope too low', /may not use the app/],
    ['locked', /locked/],
  ] as const)('of a user with: %s', async (why, message) => {
    await using stage = await openStage();
    stage.platform.trouble = async () => ({ admitted: false, why });
    expect(await refusalOf(await stage.post(PATH, LOGIN))).toEqual({ status: 403, message: expect.stringMatching(message) });
  });

  test('after too many tries, and for how long', async () => {
    await using stage = await openStage();
    for (let times = 0; times < 5; times += 1) await stage.post(PATH, { ...LOGIN, cloud_password: `wrong ${times}` });
    const answer = await stage.post(PATH, { ...LOGIN, cloud_password: 'wrong' });
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await refusalOf(answer)).toEqual({ status: 429, message: 'Too many wrong tries. Wait 30 seconds, then try again.' });
  });

  test('while NetSapiens does not answer', async () => {
    await using stage = await openStage();
    stage.platform.trouble = async () => {
      throw new Unreachable('portal.northwind.example did not answer.', '');
    };
    const answer = await stage.post(PATH, LOGIN);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await refusalOf(answer)).toMatchObject({
      status: 503,
      message: expect.stringMatching(/does not answer at the moment/),
    });
  });

  test('when it has waited long enough, whatever is waited for', async () => {
    await using stage = await openStage({ patience: seconds(0.1) });
    stage.platform.trouble = () => new Promise(() => undefined);
    expect((await stage.post(PATH, LOGIN)).status).toBe(503);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('with %s', async (method) => {
    await using stage = await openStage();
    const answer = await fetch(`${stage.url}${PATH}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  test('by a bug of ours, without a word of what was sent', async () => {
    await using stage = await openStage();
    stage.platform.trouble = async (login) => {
      throw new TypeError(`broken by ${login.name} ${login.password.reveal()}`);
    };
    const answer = await refusalOf(await stage.post(PATH, LOGIN));
    expect(answer).toMatchObject({
      status: 500,
      message: expect.stringMatching(/^Something went wrong on our side \([0-9a-f]{8}\)/),
    });
    expect(stage.told.at(-1)).toMatch(/^incident [0-9a-f]{8} POST \/acrobits\/provisioning: TypeError \| at /);
    expect(stage.told.join()).not.toMatch(/canary|100@/);
  });
});

describe('a phone that asks again', () => {
  const AGAIN = { ...LOGIN, reprovision: '1' };

  test('gets a new SIP password when there is one', async () => {
    await using stage = await openStage();
    await stage.post(PATH, LOGIN);
    stage.platform.users.set('100@acme.example', { password: PASSWORD, softphone: { ...ADA, password: new Secret('new-one') } });
    stage.pass(minutes(11));
    expect(accountIn(await (await stage.post(PATH, AGAIN)).text()).password).toBe('new-one');
  });

  test.each(['POST', 'GET'])(
    'with %s for a user who is gone gets an account that is signed out, since an error would leave the old one',
    async (method) => {
      await using stage = await openStage();
      await stage.post(PATH, LOGIN);
      stage.platform.users.delete('100@acme.example');
      stage.pass(seconds(31));
      const answer = method === 'GET' ? await stage.get(PATH, AGAIN) : await stage.post(PATH, AGAIN);
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(accountIn(text)).toMatchObject({
        title: 'Signed out: ask your administrator',
        host: 'signed-out.invalid',
        username: 'signed-out',
      });
      expect(text).not.toContain('canary-sip-secret');
      // Its other phone, too, although nothing is known of the user any more.
      expect(accountIn(await (await stage.post(PATH, AGAIN)).text()).host).toBe('signed-out.invalid');
      // Whoever signs in for the first time gets the error.
      expect((await stage.post(PATH, LOGIN)).status).toBe(403);
      expect((await stage.get(PATH, { ...AGAIN, initialScreen: '1' })).status).toBe(403);
    },
  );

  test.each(['second factor', 'no secure password'] as const)(
    'keeps its account with an error when it is only: %s',
    async (why) => {
      await using stage = await openStage();
      await stage.post(PATH, LOGIN);
      stage.platform.trouble = async () => ({ admitted: false, why });
      stage.pass(seconds(31));
      expect((await stage.post(PATH, AGAIN)).status).toBe(403);
    },
  );

  test('while NetSapiens is away keeps its account', async () => {
    await using stage = await openStage();
    await stage.post(PATH, LOGIN);
    stage.platform.trouble = async () => {
      throw new Unreachable('away', '');
    };
    stage.pass(minutes(60));
    expect(accountIn(await (await stage.post(PATH, AGAIN)).text())).toMatchObject(ACCOUNT);
  });
});

describe('behind a proxy of ours', () => {
  const guess = (stage: Awaited<ReturnType<typeof openStage>>, from: string, at: number) =>
    stage.post(PATH, { ...LOGIN, cloud_password: `wrong ${at}` }, { 'x-forwarded-for': from });

  test('tries are counted by the phone’s address', async () => {
    await using stage = await openStage({ trustProxy: 1 });
    for (let at = 0; at < 6; at += 1) await guess(stage, '192.0.2.1', at);
    expect((await guess(stage, '192.0.2.1', 9)).status).toBe(429);
    expect((await guess(stage, '192.0.2.2', 9)).status).toBe(403);
  });

  test('an IPv6 network is one place', async () => {
    await using stage = await openStage({ trustProxy: 1 });
    for (let at = 0; at < 6; at += 1) await guess(stage, `2001:db8:1:2::${at + 1}`, at);
    expect((await guess(stage, '2001:db8:1:2:ffff::1', 9)).status).toBe(429);
    expect((await guess(stage, '2001:db8:1:3::1', 9)).status).toBe(403);
  });

  test('which is not there, nobody can choose an address', async () => {
    await using stage = await openStage();
    for (let at = 0; at < 6; at += 1) await guess(stage, `192.0.2.${at}`, at);
    expect((await guess(stage, '192.0.2.99', 9)).status).toBe(429);
  });
});
