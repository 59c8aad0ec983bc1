import { minutes, Secret, seconds, Unreachable } from '@enablement/core';
import { ADA, NSACME } from '@enablement/core/testing';
import { describe, expect, test } from 'vitest';
import { openStage, PASSWORD } from '../testing/stage.ts';

const ACCOUNT = {
  sipusername: '100m',
  sippassword: 'canary-sip-secret',
  authusername: '100m',
  transport: 'UDP',
  proxy: 'core1.northwind.example',
};
const AS_IT_IS = { status: 200, body: { update: false, sipaccounts: [] } };
const DELIVERED = { status: 200, body: { update: true, sipaccounts: [ACCOUNT] } };
const AGAIN = { reprovision: 'true' };

describe('SessionTalk’s app', () => {
  test('called as its documentation shows it, with its headers', async () => {
    await using stage = await openStage();
    const query = { username: '100@acme.example', password: PASSWORD, reprovision: 'false', deviceId: '3kQs875391li29' };
    const headers = { Connection: 'close', 'Cache-Control': 'max-age=0', 'User-Agent': 'SessionTalk/6.0.0' };
    const answer = await stage.get('/sessiontalk/provisioning', query, headers);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual(DELIVERED.body);
  });

  test('called with a slash at the end, as the documentation writes the address', async () => {
    await using stage = await openStage();
    expect((await stage.get('/sessiontalk/provisioning/', { username: '100@acme.example', password: PASSWORD })).status).toBe(
      200,
    );
  });

  test('gets every documented member where the template says so', async () => {
    const sessionTalk = {
      parentDomain: 'sessiontalk.example',
      transport: 'TLS',
      srtp: 'Enabled',
      messaging: 'Enabled',
      video: 'Disabled',
      callrecording: 'Disabled',
    };
    await using stage = await openStage({ templates: { phones: [{ cloudId: 'NSACME', sessionTalk }] } });
    stage.platform.users.set('100@acme.example', {
      password: PASSWORD,
      softphone: { ...ADA, domain: 'pbx.sessiontalk.example' },
    });
    const { parentDomain: _, ...abilities } = sessionTalk;
    expect((await stage.sessionTalk({})).body).toEqual({
      update: true,
      sipaccounts: [{ ...ACCOUNT, subdomain: 'pbx', ...abilities }],
    });
  });

  test('whose company is not below the portal’s domain gets no account with a wrong name', async () => {
    await using stage = await openStage({
      templates: { phones: [{ cloudId: 'NSACME', sessionTalk: { parentDomain: 'sessiontalk.example' } }] },
    });
    expect((await stage.sessionTalk({})).body).toEqual({
      update: false,
      sipaccounts: [],
      errmsg: expect.stringMatching(/not set up/),
    });
  });

  test('is left alone while nothing has changed, and told once when something has', async () => {
    await using stage = await openStage();
    expect(await stage.sessionTalk({})).toEqual(DELIVERED);
    for (let times = 0; times < 3; times += 1) expect(await stage.sessionTalk(AGAIN)).toEqual(AS_IT_IS);
    stage.platform.users.set('100@acme.example', { password: PASSWORD, softphone: { ...ADA, password: new Secret('new-one') } });
    stage.pass(minutes(11));
    const changed = { status: 200, body: { update: true, sipaccounts: [{ ...ACCOUNT, sippassword: 'new-one' }] } };
    expect(await stage.sessionTalk(AGAIN)).toEqual(changed);
    expect(await stage.sessionTalk(AGAIN)).toEqual(AS_IT_IS);
  });

  test('that is set up once more, on the same installation, gets its account', async () => {
    await using stage = await openStage();
    await stage.sessionTalk({});
    expect(await stage.sessionTalk({})).toEqual(DELIVERED);
  });

  test('on a second device gets it there, too, and one user after another on the same device', async () => {
    await using stage = await openStage();
    await stage.sessionTalk({});
    expect(await stage.sessionTalk({ ...AGAIN, deviceId: 'another' })).toEqual(DELIVERED);
    expect((await stage.sessionTalk({ ...AGAIN, username: '101@acme.example' })).body).toMatchObject({
      sipaccounts: [{ sipusername: '101m' }],
    });
    expect(await stage.sessionTalk(AGAIN)).toEqual(DELIVERED);
  });

  test('without a deviceId is known by its user', async () => {
    await using stage = await openStage();
    expect(await stage.sessionTalk({ deviceId: '' })).toEqual(DELIVERED);
    expect(await stage.sessionTalk({ ...AGAIN, deviceId: '' })).toEqual(AS_IT_IS);
  });
});

describe('a user', () => {
  test.each([
    ['who is deleted loses the account', 'wrong login', true],
    ['who may not use the app any more loses it', 'scope too low', true],
    ['who is disabled keeps the app as it is', 'locked', false],
    ['with a second factor keeps it', 'second factor', false],
    ['with an old password keeps it', 'no secure password', false],
  ] as const)('%s', async (_, why, update) => {
    await using stage = await openStage();
    await stage.sessionTalk({});
    stage.platform.trouble = async () => ({ admitted: false, why });
    stage.pass(seconds(31));
    expect(await stage.sessionTalk(AGAIN)).toEqual({
      status: 200,
      body: { update, sipaccounts: [], errmsg: expect.any(String) },
    });
    stage.platform.trouble = async () => undefined;
    expect(await stage.sessionTalk(AGAIN)).toEqual(update ? DELIVERED : AS_IT_IS);
  });

  test('who signs in with a wrong password is told, and nothing is taken away', async () => {
    await using stage = await openStage();
    expect(await stage.sessionTalk({ password: 'wrong' })).toEqual({
      status: 200,
      body: { update: false, sipaccounts: [], errmsg: 'User name or password is wrong. Check both and try again.' },
    });
  });

  test('keeps the app while NetSapiens is away; somebody new is told', async () => {
    await using stage = await openStage();
    await stage.sessionTalk({});
    stage.platform.trouble = async () => {
      throw new Unreachable('away', '');
    };
    stage.pass(minutes(5));
    expect(await stage.sessionTalk(AGAIN)).toEqual(AS_IT_IS);
    expect((await stage.sessionTalk({ username: '101@acme.example' })).body).toMatchObject({
      update: false,
      errmsg: expect.stringMatching(/Try again/),
    });
  });

  test('is left alone when nobody can tell what the app got', async () => {
    await using stage = await openStage();
    await stage.sessionTalk({});
    const away = async () => {
      throw new Unreachable('PostgreSQL did not answer', '');
    };
    Object.assign(stage.deliveries, { has: away, note: away });
    expect(await stage.sessionTalk(AGAIN)).toEqual(AS_IT_IS);
    expect(await stage.sessionTalk({})).toEqual(DELIVERED);
  });

  test('behind the relay is not locked out by others who guess through it', async () => {
    await using stage = await openStage();
    for (let at = 0; at < 60; at += 1)
      await stage.sessionTalk({ username: `${at}@acme.example`, password: 'guess', deviceId: `d${at}` });
    expect(await stage.sessionTalk({})).toEqual(DELIVERED);
  });
});

describe('where several environments are served', () => {
  const environments = [NSACME, { ...NSACME, cloudId: 'NSOTHER', coreHost: 'core2.northwind.example' }];

  test('each has its own address', async () => {
    await using stage = await openStage({ environments });
    expect((await stage.sessionTalk({}, '/nsother')).body).toMatchObject({ sipaccounts: [{ proxy: 'core2.northwind.example' }] });
    expect((await stage.sessionTalk({}, '/NSACME')).body).toEqual(DELIVERED.body);
  });

  test.each(['', '/NOBODY'])('an address without one says so: “%s”', async (path) => {
    await using stage = await openStage({ environments });
    expect(await stage.sessionTalk({}, path)).toEqual({
      status: 200,
      body: { update: false, sipaccounts: [], errmsg: expect.stringMatching(/not served/) },
    });
  });
});
