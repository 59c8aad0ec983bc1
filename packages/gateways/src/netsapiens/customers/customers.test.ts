import {
  type CustomerFile,
  KINDS,
  lookingFor,
  type PlatformLogin,
  planCustomer,
  Refused,
  readCustomerFile,
  Secret,
} from '@enablement/core';
import { afterEach, describe, expect, test } from 'vitest';
import { createNet } from '../../net/index.ts';
import { ACCEPTED, API_KEY, type Heard, part, type Reply, startFakeCore, UNLIMITED, virtualTime } from '../fake-core.ts';
import { createCustomerPlatform } from './index.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  await part();
  for (const close of closers.splice(0)) await close();
});

const NO_ROUTE: Reply = { status: 404, json: { code: 404, message: 'No Route Found [92]' } };
const DOMAIN = '/domains/acme.example';

/** A core that answers, and a platform that reads and writes it. */
async function meet(answer: (heard: Heard) => Reply | undefined) {
  const core = await startFakeCore((heard) => (heard.what === 'GET /apikeys/~' ? UNLIMITED : (answer(heard) ?? NO_ROUTE)));
  const net = createNet({ allowPrivateHosts: true });
  closers.push(core.stop, net.close);
  const { slept: _, ...time } = virtualTime();
  const login: PlatformLogin = { portalUrl: core.url, credential: { apiKey: new Secret(API_KEY) } };
  return { core, platform: createCustomerPlatform({ fetch: net.fetch, ...time }), login };
}

function file(given: object): CustomerFile {
  const reading = readCustomerFile({ domain: 'acme.example', ...given });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

/** Rows as a core pages them. */
function pageOf(rows: readonly object[], { url: { searchParams } }: Heard): Reply {
  const [start, limit] = [Number(searchParams.get('start') ?? 0), Number(searchParams.get('limit') ?? 100)];
  return { json: rows.slice(start, start + limit) };
}

const users = Array.from({ length: 2_000 }, (_, i) => ({
  user: String(1_000 + i),
  domain: 'acme.example',
  'name-first-name': 'Ada',
  'name-last-name': 'Example',
  email: 'ada@acme.example',
  'user-scope': 'Basic User',
}));

describe('what a plan reads', () => {
  test('each list once, page by page, also for a domain of 2,000 users', async () => {
    const lists: Readonly<Record<string, readonly object[]>> = {
      [`GET ${DOMAIN}/users`]: users,
      [`GET ${DOMAIN}/devices`]: users.map(({ user }) => ({ device: `${user}m`, user, domain: 'acme.example' })),
      [`GET ${DOMAIN}/addresses`]: [],
      [`GET ${DOMAIN}/phonenumbers`]: [],
      [`GET ${DOMAIN}/sites`]: [],
      [`GET ${DOMAIN}/phones`]: [],
      [`GET ${DOMAIN}/contacts`]: [],
    };
    const { core, platform, login } = await meet((heard) => {
      if (heard.what === `GET ${DOMAIN}`) return { json: { domain: 'acme.example', reseller: 'northwind' } };
      const rows = lists[heard.what];
      return rows && pageOf(rows, heard);
    });
    const wanted = file({
      users: users.map(({ user }) => ({
        user,
        firstName: 'Ada',
        lastName: 'Example',
        email: 'ada@acme.example',
        devices: ['m'],
      })),
      sites: [],
      phones: [],
      numbers: [],
      contacts: [],
    });
    const observed = await platform.observe(login, lookingFor(wanted));
    expect(planCustomer(wanted, observed)).toMatchObject({ actions: [], problems: [], same: 4_001 });
    const asked = core.heard.map(({ what, url }) => `${what} ${url.searchParams.get('start')}`);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThan(40);
  });

  test('before 45.0 there is no list of all devices, and each user is asked for its own, once', async () => {
    const { core, platform, login } = await meet(({ what }) => {
      if (what === `GET ${DOMAIN}`) return { json: { domain: 'acme.example' } };
      if (what === `GET ${DOMAIN}/users` || what === `GET ${DOMAIN}/addresses`) return { json: [] };
      return /\/users\/\d+\/devices$/.test(what) ? { json: [{ device: '100m', user: '100' }] } : undefined;
    });
    const wanted = file({ users: [{ user: '100', firstName: 'A', lastName: 'B', email: 'a@b.example', devices: ['m'] }] });
    const { resources } = await platform.observe(login, lookingFor(wanted));
    expect(resources.map(({ kind, name }) => `${kind} ${name}`)).toContain('device 100m');
    expect(core.count(`GET ${DOMAIN}/users/100/devices`)).toBe(1);
  });

  test('of a domain that is not there nothing else', async () => {
    const absent: Reply = { status: 404, json: { code: 404, message: 'Domain acme.example does not exist' } };
    const { core, platform, login } = await meet(({ what }) => (what === `GET ${DOMAIN}` ? absent : undefined));
    expect(await platform.observe(login, { domain: 'acme.example', kinds: KINDS, users: 'everybody' })).toEqual({
      resources: [],
      unseen: [],
    });
    expect(core.heard).toHaveLength(1);
  });

  test('what it may not see is a problem of the plan, not an empty list', async () => {
    const denied: Reply = { status: 403, json: { code: 403, message: 'Forbidden' } };
    const { platform, login } = await meet(({ what }) => {
      if (what === `GET ${DOMAIN}`) return { json: { domain: 'acme.example' } };
      return what === `GET ${DOMAIN}/phonenumbers` ? denied : { json: [] };
    });
    const wanted = file({ numbers: [{ number: '15551230100', to: 'available' }] });
    const observed = await platform.observe(login, lookingFor(wanted));
    expect(planCustomer(wanted, observed).problems).toEqual([expect.stringContaining('does not show each number')]);
  });
});

describe('what is written', () => {
  test('a contact that is there already is not written a second time', async () => {
    const contact = { 'unique-id': 'x1', company: 'Globex', 'phonenumber-work': '15551230777' };
    const { core, platform, login } = await meet(({ what }) =>
      what === `GET ${DOMAIN}/contacts` ? { json: [contact] } : undefined,
    );
    const resource = { kind: 'contact', name: 'shared Globex', values: { company: 'Globex' }, needs: [] } as const;
    expect(await platform.create(login, 'acme.example', resource)).toBe('already there');
    expect(core.count(`POST ${DOMAIN}/contacts`)).toBe(0);
  });

  test('a number leads to its user in its own domain, and back to the inventory', async () => {
    const number = { phonenumber: '15551230100' };
    let rule: object = {};
    const { core, platform, login } = await meet(({ what, body }) => {
      if (what === `GET ${DOMAIN}/phonenumbers/15551230100`) return { json: { ...number, ...rule } };
      rule = body;
      return what.startsWith('PUT') ? ACCEPTED : undefined;
    });
    const change = (values: Readonly<Record<string, string>>) =>
      platform.change(login, 'acme.example', { kind: 'number', name: '15551230100', values, needs: [] });
    await change({ route: 'user', target: '100' });
    await change({ route: 'available' });
    expect(core.heard.filter(({ what }) => what.startsWith('PUT')).map(({ body }) => body)).toEqual([
      {
        'dial-rule-application': 'to-user',
        'dial-rule-translation-destination-user': '100',
        'dial-rule-translation-destination-host': 'acme.example',
      },
      {
        'dial-rule-application': 'available-number',
        'dial-rule-translation-destination-user': '[*]',
        'dial-rule-translation-destination-host': '[*]',
      },
    ]);
  });

  test('neither a domain nor a site is ever deleted', async () => {
    const { core, platform, login } = await meet(() => undefined);
    for (const kind of ['domain', 'site'] as const)
      await expect(platform.delete(login, 'acme.example', { kind, name: 'acme.example' })).rejects.toBeInstanceOf(Refused);
    expect(core.heard).toEqual([]);
  });
});
