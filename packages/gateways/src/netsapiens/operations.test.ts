import { Secret } from '@enablement/core';
import { afterEach, expect, it } from 'vitest';
import { collect, meet, part } from './fake-core.ts';

afterEach(part);

/** Whoever compiles this file tests it: an expected error that does not come is an error. */
it('calls that the contract does not have do not compile', async () => {
  const { client } = await meet({ json: [] });
  const wrong = [
    // @ts-expect-error no such path
    () => client.list('/domains/{domain}/people', { domain: 'acme.example' }),
    // @ts-expect-error the path has a parameter
    () => client.list('/domains/{domain}/users', {}),
    // @ts-expect-error the parameter has another name
    () => client.get('/domains/{domain}', { tenant: 'acme.example' }),
    // @ts-expect-error no such filter
    () => client.list('/domains/{domain}/users', { domain: 'acme.example' }, { colour: 'blue' }),
    // @ts-expect-error pages are the client's business
    () => client.list('/domains', {}, { start: 100 }),
    // @ts-expect-error calls are not listed without a period
    () => client.list('/domains/{domain}/cdrs', { domain: 'acme.example' }),
    // @ts-expect-error nor counted
    () => client.count('/domains/{domain}/cdrs/count', { domain: 'acme.example' }),
    // @ts-expect-error a period has an end
    () => client.calls('/cdrs', {}, { from: new Date(), atMost: 1 }),
    // @ts-expect-error a list is not one thing
    () => client.get('/domains', {}),
    // @ts-expect-error a log-in in the query
    () => client.get('/oauth2/token/', {}),
    // @ts-expect-error log-ins have their own door
    () => client.create('/tokens', {}, {}, LOOK),
    // @ts-expect-error a misspelt member
    () => client.update('/domains/{domain}', { domain: 'acme.example' }, { descripton: 'x' }, LOOK),
    // @ts-expect-error the name that the member has on reads
    () => client.create('/domains/{domain}/users', { domain: 'a' }, { ...ada, email: 'x' }, LOOK),
    // @ts-expect-error whoever writes looks afterwards
    () => client.delete('/domains/{domain}', { domain: 'acme.example' }),
    // @ts-expect-error a secret in clear
    () => client.update(DEVICE, device, { 'device-sip-registration-password': 'clear' }, LOOK),
    // @ts-expect-error no such member
    async () => (await client.get('/domains/{domain}', { domain: 'acme.example' }))?.name,
  ];
  expect(wrong).not.toHaveLength(0);
});

it('calls that it has compile, and go where the contract says', async () => {
  const { client, core } = await meet((heard) => ({ json: heard.what.endsWith('/users') ? [] : {} }), { mayWrite: true });
  await collect(client.list('/domains/{domain}/users', { domain: 'acme.example' }, { site: 'Main' }));
  await client.get('/domains/~/users/~', {});
  await client.update(DEVICE, device, { 'device-sip-registration-password': new Secret('x') }, LOOK);
  expect(core.heard.map(({ what }) => what)).toEqual([
    'GET /domains/acme.example/users',
    'GET /domains/~/users/~',
    'GET /apikeys/~',
    'PUT /domains/acme.example/users/100/devices/100m',
  ]);
});

const LOOK = { look: async () => ({}), shows: () => true };
const DEVICE = '/domains/{domain}/users/{user}/devices/{device}';
const device = { domain: 'acme.example', user: '100', device: '100m' };
const ada = {
  user: '100',
  'name-first-name': 'Ada',
  'name-last-name': 'Example',
  'email-address': 'ada@acme.example',
  'user-scope': 'Basic User',
} as const;
