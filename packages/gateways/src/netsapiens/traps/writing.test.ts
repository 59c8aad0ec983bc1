import { Refused, Secret, Unreachable } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { ACCEPTED, API_KEY, byLogIn, type Heard, meet, meetWriting, part, type Reply, token, UNLIMITED } from '../fake-core.ts';
import { acme, ada, at100, change, USER, USERS } from './ada.ts';

afterEach(part);

const ABSENT: Reply = { status: 404, json: { code: 404, message: 'User 100 does not exist in domain acme.example' } };

const POST = 'POST /domains/acme.example/users';
const PUT = 'PUT /domains/acme.example/users/100';
const GET = 'GET /domains/acme.example/users/100';
const DELETE = 'DELETE /domains/acme.example/users/100';
const NUMBERS = 'GET /domains/acme.example/phonenumbers';
const failure = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

describe('what was accepted', () => {
  it('with 202 may not be there yet: it is looked for until it shows', async () => {
    const { client, core, slept } = await meetWriting({
      [POST]: [ACCEPTED],
      [GET]: [ABSENT, ABSENT, { json: { ...acme, ...ada } }],
    });
    const created = await client.create(USERS, acme, ada, { look: () => client.get(USER, at100) });
    expect(created).toMatchObject({ outcome: 'created', shown: { user: '100' } });
    expect(core.count(GET)).toBe(3);
    expect(slept).toEqual([200, 400]);
  });

  it('is asked to be synchronous where the operation knows that, and nowhere else', async () => {
    const { client, core } = await meetWriting({
      [POST]: [{ json: { subscriber_login: 'old' } }],
      [PUT]: [ACCEPTED],
      [GET]: [{ json: ada }],
    });
    const created = await client.create(USERS, acme, ada, { look: () => client.get(USER, at100) });
    await client.update(USER, at100, change, { look: () => client.get(USER, at100) });
    expect(core.heard.filter(({ body }) => 'user-scope' in body).map(({ body }) => body.synchronous)).toEqual(['yes', undefined]);
    // The answer to a synchronous create has old names; what counts is what is read.
    expect(created.shown).toMatchObject({ user: '100' });
  });

  it('is asked to be synchronous also where the document requires that word', async () => {
    const rules = '/domains/{domain}/users/{user}/answerrules';
    const rule = { 'time-frame': '*', enabled: 'yes' } as const;
    const { client, core } = await meetWriting({ [`${POST}/100/answerrules`]: [{ json: rule }] });
    await client.create(rules, at100, rule, { look: async () => rule });
    expect(core.heard.find(({ body }) => 'time-frame' in body)?.body).toEqual({ ...rule, synchronous: 'yes' });
  });

  it('of a change shows the old values for a while, since a change is never synchronous', async () => {
    const old = { ...ada, 'name-first-name': 'Old' };
    const { client, core } = await meetWriting({
      [PUT]: [ACCEPTED],
      [GET]: [{ json: old }, { json: { ...ada, email: undefined } }],
    });
    expect(await client.update(USER, at100, change, { look: () => client.get(USER, at100) })).toMatchObject({
      'name-first-name': 'Ada',
    });
    expect(core.count(GET)).toBe(2);
  });

  it('and never shows is said with the members it is about, and not waited for for ever', async () => {
    const { client, slept } = await meetWriting({ [PUT]: [ACCEPTED], [GET]: [{ json: { ...ada, 'name-last-name': 'Old' } }] });
    const error = await failure(client.update(USER, at100, change, { look: () => client.get(USER, at100) }));
    expect(error).toBeInstanceOf(Unreachable);
    expect(String(error)).toContain(
      'accepted PUT /domains/{domain}/users/{user}, but does not show it after 20 seconds (name-last-name)',
    );
    const waited = slept.reduce((sum, one) => sum + one, 0);
    expect(waited).toBeGreaterThan(17_000);
    expect(waited).toBeLessThanOrEqual(20_000);
  });

  it('is compared as what it means: numbers as text, moments in another notation, wildcards not at all', async () => {
    const path = '/subscriptions/{id}';
    const id = { id: '0f1e' };
    const shown = {
      'error-count': '0',
      'subscription-expires-datetime': '2046-01-31T11:00:00+01:00',
      'preferred-server': 'core1.example.net',
    };
    const { client } = await meetWriting({ 'PUT /subscriptions/0f1e': [ACCEPTED], 'GET /subscriptions/0f1e': [{ json: shown }] });
    const body = {
      'error-count': 0,
      'subscription-expires-datetime': '2046-01-31 10:00:00',
      'preferred-server': 'core1.example.net',
    } as const;
    expect(await client.update(path, id, body, { look: () => client.get(path, id) })).toMatchObject(shown);
  });

  it('with a wildcard shows what that stands for', async () => {
    const shown = { ...acme, reseller: 'northwind' };
    const { client } = await meetWriting({ 'POST /domains': [ACCEPTED], 'GET /domains/acme.example': [{ json: shown }] });
    const created = await client.create(
      '/domains',
      {},
      { ...acme, reseller: '~' },
      { look: () => client.get('/domains/{domain}', acme) },
    );
    expect(created).toMatchObject({ outcome: 'created', shown });
  });

  it('for deletion is gone when it no longer shows, and was gone before when it never did', async () => {
    const { client, core } = await meetWriting({
      [NUMBERS]: [{ json: [] }],
      [DELETE]: [ACCEPTED, ABSENT],
      [GET]: [{ json: ada }, ABSENT],
    });
    const look = { look: () => client.get(USER, at100) };
    expect(await client.delete(USER, at100, look)).toBe('deleted');
    expect(core.count(GET)).toBe(2);
    expect(await client.delete(USER, at100, look)).toBe('already gone');
  });
});

describe('a conflict', () => {
  const TAKEN: Reply = { status: 409, json: { code: 409, message: 'UID already exists.' } };

  it('with the same thing means that it existed already', async () => {
    const { client } = await meetWriting({ [POST]: [TAKEN], [GET]: [{ json: ada }] });
    expect(await client.create(USERS, acme, ada, { look: () => client.get(USER, at100) })).toMatchObject({
      outcome: 'already existed',
      shown: { user: '100' },
    });
  });

  it('with another thing is refused: a login name is unique on the whole platform', async () => {
    const { client } = await meetWriting({ [POST]: [TAKEN], [GET]: [ABSENT] });
    const error = await failure(client.create(USERS, acme, ada, { look: () => client.get(USER, at100) }));
    expect(error).toMatchObject({
      message: expect.stringMatching(/refused POST \/domains\/\{domain\}\/users \(409\): UID already exists\.$/),
      todo: expect.stringContaining('Login names are unique on the whole platform'),
    });
  });

  it('without a code in its answer is one all the same', async () => {
    const { client } = await meetWriting({
      [POST]: [{ status: 409, json: { message: 'matching set of parameters already exists' } }],
      [GET]: [{ json: ada }],
    });
    expect(await client.create(USERS, acme, ada, { look: () => client.get(USER, at100) })).toMatchObject({
      outcome: 'already existed',
    });
  });
});

it('a core that repeats what it was sent gets none of it shown', async () => {
  const body = { device: '100m', 'device-sip-registration-password': new Secret('canary "sip" secret') };
  const echo = ({ body, headers }: Heard): Reply => ({
    status: 400,
    json: { code: 400, message: `bad ${JSON.stringify(body)} ${headers.authorization}` },
  });
  for (const credential of [{ apiKey: new Secret(API_KEY) }, byLogIn]) {
    const { client } = await meet(
      (heard) => {
        if (heard.what === 'POST /tokens') return { json: token({ access_token: 'canary-token' }) };
        return heard.what === 'GET /apikeys/~' ? UNLIMITED : echo(heard);
      },
      { mayWrite: true, credential },
    );
    const error = await failure(client.create('/domains/{domain}/users/{user}/devices', at100, body, { look: async () => ({}) }));
    expect(error).toBeInstanceOf(Refused);
    expect(String(error)).toMatch(/\[secret\].*\[secret\]/);
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toMatch(/canary/);
  }
});
