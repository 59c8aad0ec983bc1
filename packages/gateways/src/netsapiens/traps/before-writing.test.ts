import { Secret } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { ACCEPTED, meet, meetWriting, part } from '../fake-core.ts';
import { acme, ada, at100, change, USER, USERS } from './ada.ts';

afterEach(part);

const DELETE = 'DELETE /domains/acme.example/users/100';
const NUMBERS = 'GET /domains/acme.example/phonenumbers';

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

describe('before anything is sent', () => {
  it('unknown and misspelt members are found, which NetSapiens accepts in silence', async () => {
    const { client, core } = await meetWriting({});
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
    const { client, core } = await meetWriting({});
    const body = { ...wanted, ...without } as typeof wanted;
    await expect(client.create(PATH, {}, body, { look: async () => ({}) })).rejects.toThrow(complaint);
    expect(core.heard).toEqual([]);
  });

  it('the filters of a subscription turn out to be fixed: they cannot be edited', async () => {
    const { client, core } = await meetWriting({});
    const body = { domain: 'globex.example' } as object;
    await expect(client.update('/subscriptions/{id}', { id: '1' }, body, { look: async () => ({}) })).rejects.toThrow(
      /was not sent.*domain/,
    );
    expect(core.heard).toEqual([]);
  });

  it('a subscription is deleted with its id and its domain in the body, or not at all', async () => {
    const id = { id: '0f1e' };
    const { client, core } = await meetWriting({ 'DELETE /subscriptions/0f1e': [ACCEPTED] });
    const look = { look: async () => undefined };
    await expect(client.delete('/subscriptions/{id}', id, look)).rejects.toThrow(
      /subscription_id is that of the path; domain is given/,
    );
    const body = { subscription_id: '0f1e', domain: 'acme.example' };
    expect(await client.delete('/subscriptions/{id}', id, look, body)).toBe('deleted');
    expect(core.heard.at(-1)?.body).toEqual(body);
  });

  it('a second subscription may disturb the first ones: they are created slowly', async () => {
    const { client, core, slept } = await meetWriting({
      'GET /subscriptions': [{ json: [] }],
      'POST /subscriptions': [{ json: { id: '1', ...wanted } }],
    });
    const create = () => client.create(PATH, {}, wanted, { look: async () => wanted });
    for (let count = 0; count < 3; count += 1) await create();
    expect(slept).toEqual([334, 334]);
    expect(core.heard.map(({ what }) => what).slice(1, 3)).toEqual(['GET /subscriptions', 'POST /subscriptions']);
  });

  it('a subscription that posts to another host is somebody else’s, and is not touched', async () => {
    const { client, core } = await meetWriting({
      'GET /subscriptions/1': [{ json: { ...wanted, id: '1', 'post-url': 'https://others.example/?password=canary' } }],
    });
    const body = { 'post-url': wanted['post-url'] };
    await expect(client.update('/subscriptions/{id}', { id: '1' }, body, { look: async () => ({}) })).rejects.toThrow(
      'Subscription 1 was not changed, because it posts to others.example and is somebody else’s.',
    );
    expect(core.count('PUT /subscriptions/1')).toBe(0);
  });

  it('events do not say of which model they are, so that one address takes one model', async () => {
    const { client, core } = await meetWriting({
      'GET /subscriptions': [
        { json: [{ ...wanted, id: '1', model: 'messagesession', 'post-url': wanted['post-url'].reveal() }] },
      ],
    });
    await expect(client.create(PATH, {}, wanted, { look: async () => wanted })).rejects.toThrow(
      'The message subscription was not created, because its address takes the messagesession events already.',
    );
    expect(core.count('POST /subscriptions')).toBe(0);
  });

  it.each(['100M', '100-mobile', '100mm', 'mobile', '1000', '10'])(
    'a device called %s may not ring: it is the user’s name, or that and one lower-case letter',
    async (device) => {
      const { client, core } = await meetWriting({});
      const create = client.create('/domains/{domain}/users/{user}/devices', at100, { device }, { look: async () => ({}) });
      await expect(create).rejects.toThrow('device is 100, or 100 and one lower-case letter');
      expect(core.heard).toEqual([]);
    },
  );

  it.each(['100', '100m'])('a device called %s rings', async (device) => {
    const { client } = await meetWriting({ 'POST /domains/acme.example/users/100/devices': [{ json: { device } }] });
    const look = async () => ({ device });
    expect(await client.create('/domains/{domain}/users/{user}/devices', at100, { device }, { look })).toMatchObject({
      outcome: 'created',
    });
  });

  it('a domain that moves to another reseller loses its subscriptions: it stays where it is', async () => {
    const { client, core } = await meetWriting({
      'GET /domains/acme.example': [{ json: { domain: 'acme.example', reseller: 'northwind', description: 'Acme' } }],
      'PUT /domains/acme.example': [ACCEPTED],
    });
    const move = (reseller: string) =>
      client.update('/domains/{domain}', acme, { reseller }, { look: async () => ({ reseller: 'northwind' }) });
    await expect(move('contoso')).rejects.toThrow(
      'acme.example was not changed, because it would move from reseller northwind to contoso',
    );
    expect(core.count('PUT /domains/acme.example')).toBe(0);
    expect(await move('northwind')).toEqual({ reseller: 'northwind' });
  });

  it('a user is not deleted while numbers lead to it, because they would go on doing so', async () => {
    const rows = [
      { phonenumber: '15551230100', 'dial-rule-translation-destination-user': 100 },
      { phonenumber: '15551230101', 'dial-rule-translation-destination-user': '101' },
    ];
    const { client, core } = await meetWriting({ [NUMBERS]: [{ json: rows }] });
    await expect(client.delete(USER, at100, { look: async () => undefined })).rejects.toThrow(
      'User 100 of acme.example was not deleted, because 15551230100 would go on leading to it.',
    );
    expect(core.count(DELETE)).toBe(0);
  });
});
