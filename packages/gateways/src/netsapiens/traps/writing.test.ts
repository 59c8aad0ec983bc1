import { Refused, Secret, Unreachable } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { API_KEY, byLogIn, type Heard, meet, part, type Reply, token } from '../fake-core.ts';

afterEach(part);

const USERS = '/domains/{domain}/users';
const USER = '/domains/{domain}/users/{user}';
const acme = { domain: 'acme.example' };
const ada = {
  user: '100',
  'name-first-name': 'Ada',
  'name-last-name': 'Example',
  'email-address': 'ada@acme.example',
  'user-scope': 'Basic User',
} as const;
const { user: _, ...change } = ada;
const at100 = { ...acme, user: '100' };
const ACCEPTED: Reply = { status: 202, json: { code: 202, message: 'Accepted' } };
const ABSENT: Reply = { status: 404, json: { code: 404, message: 'User 100 does not exist in domain acme.example' } };
const KEY: Reply = { json: { readonly: 'no', 'allowed-models': '*' } };

/** A core with an API key for everything: what each call gets, the first time, the second, …; the last answer stays. */
function core(answers: Readonly<Record<string, readonly Reply[]>>) {
  const given = new Map<string, number>();
  return ({ what }: Heard): Reply => {
    if (what === 'GET /apikeys/~') return KEY;
    const count = given.get(what) ?? 0;
    given.set(what, count + 1);
    return answers[what]?.[Math.min(count, answers[what].length - 1)] ?? { status: 500, json: { code: 500, message: what } };
  };
}
const writing = (answers: Readonly<Record<string, readonly Reply[]>>) => meet(core(answers), { mayWrite: true });
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

describe('a client', () => {
  it('only reads unless it was told that it may write', async () => {
    const { client, core } = await meet({ json: {} });
    const look = async () => ({});
    for (const write of [
      () => client.create(USERS, acme, ada, { look }),
      () => client.update(USER, at100, change, { look }),
      () => client.delete('/domains/{domain}', acme, { look }),
    ])
      await expect(write()).rejects.toThrow(/^This client only reads, and (POST|PUT|DELETE) .* writes. Nothing was sent.$/);
    expect(core.heard).toEqual([]);
  });
});

describe('what was accepted', () => {
  it('with 202 may not be there yet: it is looked for until it shows', async () => {
    const { client, core, slept } = await writing({ [POST]: [ACCEPTED], [GET]: [ABSENT, ABSENT, { json: { ...acme, ...ada } }] });
    const created = await client.create(USERS, acme, ada, { look: () => client.get(USER, at100) });
    expect(created).toMatchObject({ outcome: 'created', shown: { user: '100' } });
    expect(core.count(GET)).toBe(3);
    expect(slept).toEqual([200, 400]);
  });

  it('is asked to be synchronous where the operation knows that, and nowhere else', async () => {
    const { client, core } = await writing({
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

  it('of a change shows the old values for a while, since a change is never synchronous', async () => {
    const old = { ...ada, 'name-first-name': 'Old' };
    const { client, core } = await writing({ [PUT]: [ACCEPTED], [GET]: [{ json: old }, { json: { ...ada, email: undefined } }] });
    expect(await client.update(USER, at100, change, { look: () => client.get(USER, at100) })).toMatchObject({
      'name-first-name': 'Ada',
    });
    expect(core.count(GET)).toBe(2);
  });

  it('and never shows is said with the members it is about, and not waited for for ever', async () => {
    const { client, slept } = await writing({ [PUT]: [ACCEPTED], [GET]: [{ json: { ...ada, 'name-last-name': 'Old' } }] });
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
    const { client } = await writing({ 'PUT /subscriptions/0f1e': [ACCEPTED], 'GET /subscriptions/0f1e': [{ json: shown }] });
    const body = {
      'error-count': 0,
      'subscription-expires-datetime': '2046-01-31 10:00:00',
      'preferred-server': 'core1.example.net',
    } as const;
    expect(await client.update(path, id, body, { look: () => client.get(path, id) })).toMatchObject(shown);
  });

  it('for deletion is gone when it no longer shows, and was gone before when it never did', async () => {
    const { client, core } = await writing({
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

describe('before anything is sent', () => {
  it('unknown and misspelt members are found, which NetSapiens accepts in silence', async () => {
    const { client, core } = await writing({});
    const misspelt = { ...ada, 'name-frist-name': 'Ada' };
    await expect(client.create(USERS, acme, misspelt, { look: async () => ({}) })).rejects.toThrow(
      /POST \/domains\/\{domain\}\/users was not sent, because of its body: .*name-frist-name/,
    );
    expect(core.heard).toEqual([]);
  });

  const PATH = '/subscriptions';
  const wanted = {
    model: 'message',
    'post-url': new Secret('https://hooks.example.net/?password=canary'),
    domain: 'acme.example',
    'subscription-geo-support': 'yes',
    'preferred-server': 'core1.example.net',
    'subscription-expires-datetime': '2046-01-31 10:00:00',
  } as const;

  it.each<[string, object, string]>([
    ['whose geo support is left out acts as no', { 'subscription-geo-support': undefined }, 'subscription-geo-support is yes'],
    [
      'whose server holds a scheme is broken for Acrobits',
      { 'preferred-server': 'https://core1.example.net' },
      'preferred-server is a bare host name',
    ],
    [
      'without an expiry ends with the token',
      { 'subscription-expires-datetime': undefined },
      'subscription-expires-datetime is given',
    ],
    ['without a domain is for all of them, or for none', { domain: undefined }, 'domain is given'],
  ])('a subscription %s: it is not sent', async (_, without, complaint) => {
    const { client, core } = await writing({});
    const body = { ...wanted, ...without } as typeof wanted;
    await expect(client.create(PATH, {}, body, { look: async () => ({}) })).rejects.toThrow(complaint);
    expect(core.heard).toEqual([]);
  });

  it('the filters of a subscription turn out to be fixed: they cannot be edited', async () => {
    const { client, core } = await writing({});
    const body = { domain: 'globex.example' } as object;
    await expect(client.update('/subscriptions/{id}', { id: '1' }, body, { look: async () => ({}) })).rejects.toThrow(
      /was not sent.*domain/,
    );
    expect(core.heard).toEqual([]);
  });

  it('a subscription is deleted with its id and its domain in the body, or not at all', async () => {
    const id = { id: '0f1e' };
    const { client, core } = await writing({ 'DELETE /subscriptions/0f1e': [ACCEPTED] });
    const look = { look: async () => undefined };
    await expect(client.delete('/subscriptions/{id}', id, look)).rejects.toThrow(
      /subscription_id is that of the path; domain is given/,
    );
    const body = { subscription_id: '0f1e', domain: 'acme.example' };
    expect(await client.delete('/subscriptions/{id}', id, look, body)).toBe('deleted');
    expect(core.heard.at(-1)?.body).toEqual(body);
  });

  it('a second subscription may disturb the first ones: they are created slowly', async () => {
    const { client, slept } = await writing({ 'POST /subscriptions': [{ json: { id: '1', ...wanted } }] });
    const create = () => client.create(PATH, {}, wanted, { look: async () => wanted });
    for (let count = 0; count < 3; count += 1) await create();
    expect(slept).toEqual([334, 334]);
  });

  it('a user is not deleted while numbers lead to it, because they would go on doing so', async () => {
    const rows = [
      { phonenumber: '15551230100', 'dial-rule-translation-destination-user': 100 },
      { phonenumber: '15551230101', 'dial-rule-translation-destination-user': '101' },
    ];
    const { client, core } = await writing({ [NUMBERS]: [{ json: rows }] });
    await expect(client.delete(USER, at100, { look: async () => undefined })).rejects.toThrow(
      'User 100 of acme.example was not deleted, because 15551230100 would go on leading to it.',
    );
    expect(core.count(DELETE)).toBe(0);
  });
});

describe('a conflict', () => {
  const TAKEN: Reply = { status: 409, json: { code: 409, message: 'UID already exists.' } };

  it('with the same thing means that it existed already', async () => {
    const { client } = await writing({ [POST]: [TAKEN], [GET]: [{ json: ada }] });
    expect(await client.create(USERS, acme, ada, { look: () => client.get(USER, at100) })).toMatchObject({
      outcome: 'already existed',
      shown: { user: '100' },
    });
  });

  it('with another thing is refused: a login name is unique on the whole platform', async () => {
    const { client } = await writing({ [POST]: [TAKEN], [GET]: [ABSENT] });
    await expect(client.create(USERS, acme, ada, { look: () => client.get(USER, at100) })).rejects.toThrow(
      /refused POST \/domains\/\{domain\}\/users \(409\): UID already exists\./,
    );
  });

  it('without a code in its answer is one all the same', async () => {
    const { client } = await writing({
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
        return heard.what === 'GET /apikeys/~' ? KEY : echo(heard);
      },
      { mayWrite: true, credential },
    );
    const error = await failure(client.create('/domains/{domain}/users/{user}/devices', at100, body, { look: async () => ({}) }));
    expect(error).toBeInstanceOf(Refused);
    expect(String(error)).toMatch(/\[secret\].*\[secret\]/);
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toMatch(/canary/);
  }
});
