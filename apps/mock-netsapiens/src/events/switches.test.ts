import { expect, test } from 'vitest';
import { officeManager, openPlatform, type Platform } from '../testing.ts';

const wanted = { model: 'message', 'post-url': 'https://hooks.example.net/', domain: 'acme.example' };
const reseller = 'reseller@northwind.example';

/** A platform whose switches stand like this, and what its answer to a new subscription is. */
async function subscribe(login: string, more: object, switches: Record<string, string>) {
  const platform = await openPlatform();
  await platform.turn(switches);
  const answer = await (await platform.as(login))('POST', '/subscriptions', { ...wanted, ...more });
  return { platform, status: answer.status, body: answer.body as Record<string, string> };
}

const asked: [string, object, Record<string, string>, number, object][] = [
  [officeManager, {}, { geoSupportLeftOut: 'no' }, 200, { 'subscription-geo-support': 'no' }],
  [officeManager, {}, { geoSupportLeftOut: 'yes' }, 200, { 'subscription-geo-support': 'yes' }],
  [officeManager, { user: '*' }, { userOfSubscription: 'as sent' }, 200, { user: '*' }],
  [officeManager, { user: '*' }, { userOfSubscription: 'concrete' }, 200, { user: '900' }],
  [officeManager, { user: '*' }, { officeManagerSubscribes: 'for itself' }, 401, { message: 'Invalid Scope [APP001]' }],
  [officeManager, {}, { officeManagerSubscribes: 'for itself' }, 200, { user: '900' }],
  [reseller, { user: '*' }, { officeManagerSubscribes: 'for itself' }, 200, { user: '*' }],
  [reseller, { domain: '*', reseller: 'northwind' }, { resellerSubscribesToAll: 'own territory' }, 200, { domain: '*' }],
  [reseller, { domain: '*', reseller: '*' }, { resellerSubscribesToAll: 'own territory' }, 400, { code: 400 }],
  [officeManager, { 'preferred-server': 'https://a.example' }, { schemeInPreferredServer: 'refused' }, 400, { code: 400 }],
  [officeManager, { 'preferred-server': 'a.example' }, { schemeInPreferredServer: 'refused' }, 200, {}],
];

test.each(asked)('%s subscribing with %j where %j gets %i', async (login, more, switches, status, body) => {
  expect(await subscribe(login, more, switches)).toMatchObject({ status, body });
});

test('where deleting needs the domain, whoever leaves it out gets 400, and a Super User need not say it', async () => {
  const { platform, body } = await subscribe(officeManager, {}, { deletingNeedsDomain: 'yes' });
  const ask = await platform.as(officeManager);
  expect((await ask('DELETE', `/subscriptions/${body.id}`)).status).toBe(400);
  const said = { subscription_id: body.id, domain: 'acme.example' };
  expect((await ask('DELETE', `/subscriptions/${body.id}`, said)).status).toBe(202);
  const again = (await ask('POST', '/subscriptions', wanted)).body as { id: string };
  const superUser = await platform.as('super@system.example');
  expect((await superUser('DELETE', `/subscriptions/${again.id}`)).status).toBe(202);
});

test('a platform that takes three a second refuses the fourth, and takes it a second later', async () => {
  const platform = await openPlatform();
  await platform.turn({ subscriptionCreates: 'three a second' });
  const ask = await platform.as(officeManager);
  const statusOf = async (at: number): Promise<number> =>
    (await ask('POST', '/subscriptions', { ...wanted, 'post-url': `https://hooks.example.net/${at}` })).status;
  expect([await statusOf(1), await statusOf(2), await statusOf(3), await statusOf(4)]).toEqual([200, 200, 200, 503]);
  platform.pass(1000);
  expect(await statusOf(4)).toBe(200);
});

const path = '/domains/acme.example/subscriptions';

/** A 45.0 core with one subscription, made under its domain. */
async function openNewer(): Promise<{ platform: Platform; id: string }> {
  const platform = await openPlatform({ release: '45.0' });
  const made = await (await platform.as(officeManager))('POST', path, { ...wanted, domain: 'globex.example' });
  expect(made).toMatchObject({ status: 200, body: { domain: 'acme.example', status: 'pending' } });
  return { platform, id: Object(made.body).id };
}

test('in 45.0 the subscriptions of a domain are made and listed under it, and stand in the flat list as well', async () => {
  const { platform, id } = await openNewer();
  const superUser = await platform.as('super@system.example');
  await superUser('POST', '/subscriptions', { ...wanted, domain: 'globex.example' });
  expect((await superUser('GET', path)).body).toMatchObject([{ id }]);
  expect((await superUser('GET', '/subscriptions')).body).toHaveLength(2);
});

test('in 45.0 a subscription is changed and deleted under its own domain only', async () => {
  const { platform, id } = await openNewer();
  const superUser = await platform.as('super@system.example');
  const change = { 'post-url': 'https://new.example.net/' };
  expect((await superUser('PUT', `/domains/globex.example/subscriptions/${id}`, change)).status).toBe(404);
  expect((await superUser('PUT', `${path}/${id}`, change)).status).toBe(202);
  expect((await superUser('GET', path)).body).toMatchObject([change]);
  expect((await superUser('DELETE', `/domains/globex.example/subscriptions/${id}`)).status).toBe(404);
  const manager = await platform.as(officeManager);
  await platform.turn({ deletingNeedsDomain: 'yes' });
  expect((await manager('DELETE', `${path}/${id}`)).status).toBe(202);
  expect((await manager('GET', path)).body).toEqual([]);
});

test('a 44.4 core has no subscriptions under domains', async () => {
  const { as } = await openPlatform();
  expect(await (await as(officeManager))('GET', path)).toMatchObject({ status: 404, body: { message: 'No Route Found [92]' } });
});
