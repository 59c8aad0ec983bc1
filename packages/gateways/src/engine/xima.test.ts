import {
  checkForXima,
  days,
  deliver,
  enableCloudSoftphone,
  minutes,
  Secret,
  type XimaPorts,
  type XimaSecret,
  ximaPlace,
} from '@enablement/core';
import { createMemoryWorld } from '@enablement/core/testing';
import { expect, test } from 'vitest';
import { createMemoryEngine } from './memory/index.ts';

const VALUES = {
  domain: 'acme.example',
  sipProxyServerHost: 'portal.northwind.example',
  sipProxyServerPort: 5060,
  apiUrl: 'https://portal.northwind.example',
  apiClientId: 'xima',
  apiUsername: 'xima@acme.example',
  did: '15551230100',
};

/** A platform that takes whoever has this password, and answers SIP. */
async function begin() {
  const engine = createMemoryEngine();
  const world = createMemoryWorld({ clock: engine.clock });
  const right = { password: 'canary-password' };
  const ports: XimaPorts = {
    ...world,
    declared: [],
    timer: { after: () => () => {} },
    probes: {
      addresses: async () => ({ found: 'public', v4: ['203.0.113.10'], v6: [] }),
      sip: async () => ({ answered: true, status: 200, reason: 'OK', took: 9 }),
    },
    inspection: {
      client: async () => 'accepted',
      logIn: async (_access, _username, password) =>
        password.reveal() === right.password
          ? { loggedIn: true, scope: 'Office Manager', domain: 'acme.example' }
          : { loggedIn: false, why: 'wrong password', seen: 'invalid_grant' },
      open: () => ({
        domain: async () => ({ visible: true }),
        users: async () => ({ count: 3, first: [] }),
        phoneNumber: async (_domain, number) => ({
          number,
          application: 'to-user',
          destinationUser: '100',
          destinationHost: undefined,
        }),
        userByLogin: async () => undefined,
        devices: async () => [],
        subscriptions: async () => [],
      }),
    },
  };
  await engine.serve([checkForXima(ports), enableCloudSoftphone(world)]);
  const { id } = await world.xima.request(VALUES, 'U0OLIVIA', 'C0OPS', 'V1', 'T1');
  const pass = async (duration = 0) => {
    await engine.advance(duration);
    while ((await deliver(world.register, engine)) > 0) await engine.advance(0);
  };
  await pass();
  return {
    engine,
    world,
    id,
    right,
    pass,
    async enter(field: XimaSecret, secret: string) {
      const expires = new Date(engine.clock.now().getTime() + minutes(15));
      const { token, code } = await world.links.issue({ owner: { xima: id }, field, person: 'U0OLIVIA', expires });
      expect(await world.links.accept(token, code, new Secret(secret))).toMatchObject({ outcome: 'accepted' });
      await pass();
    },
    failing: async () =>
      (await world.xima.get(id))?.report?.findings.filter(({ status }) => status === 'failed').map(({ check }) => check),
  };
}

test('a check waits for both secrets, for days if need be, and then reports by itself', async () => {
  const { world, id, enter, pass, failing, engine } = await begin();
  await pass(days(3));
  expect(world.xima.reminders).toEqual([`${id} 1001`, `${id} 1002`, `${id} 1003`]);
  await enter('api_client_secret', 'canary-client');
  expect((await world.xima.get(id))?.status).toBe('waiting');
  engine.crash();
  await enter('api_password', 'canary-password');
  expect(await world.xima.get(id)).toMatchObject({ status: 'checked', report: { kind: 'xima', name: 'acme.example' } });
  expect(await failing()).toEqual([]);
  expect(engine.journalled()).not.toContain('canary');
});

test('a new API password makes the check again, and shows that it was mended', async () => {
  const { right, enter, failing, world, id } = await begin();
  await enter('api_client_secret', 'canary-client');
  await enter('api_password', 'typo');
  expect(await failing()).toEqual(['xima-api-user']);
  right.password = 'canary-rotated';
  await enter('api_password', 'canary-rotated');
  expect(await failing()).toEqual([]);
  expect((await world.xima.get(id))?.round).toBe(2);
});

test('a client that Acrobits uses as well is warned of', async () => {
  const { world, enter, failing } = await begin();
  const form = { cspCompany: 'Northwind Telecom', contactName: 'Alex Example', contactEmail: 'ops@northwind.example' };
  const request = { ...form, contactPhone: undefined, coreHost: 'core1.northwind.example', domains: [] };
  await world.register.request({ ...request, portalUrl: VALUES.apiUrl, clientId: 'xima' }, 'U0OLIVIA', 'C0OPS', 'V2', 'T1');
  await enter('api_client_secret', 'canary-client');
  await enter('api_password', 'canary-password');
  expect(await failing()).toEqual(['xima-own-client']);
});

test('whoever closes a check has its secrets destroyed, whether it waits or is done', async () => {
  const { world, id, enter, pass } = await begin();
  await enter('api_client_secret', 'canary-client');
  await world.xima.close(id, 'U0OLIVIA');
  await pass();
  expect(await world.vault.open(ximaPlace(id, 'api_client_secret'))).toBeUndefined();
});
