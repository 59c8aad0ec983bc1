import { domainRun, hours, minutes, Refused, Secret, seconds, stepOf, Unreachable } from '@enablement/core';
import { expect, test } from 'vitest';
import { begin } from './begin.ts';

test('a domain is proved, provisioned and seen, and its password destroyed; the other domain does not wait for it', async () => {
  const { world, id, look, enter, answer, steps } = await begin({ domains: ['acme.example', 'globex.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'globex.example');
  expect(await steps('globex.example')).toEqual([
    'Office Manager credentials received: done',
    'Office Manager credentials proved: done',
    'Domain provisioned at Acrobits: done',
    'Both subscriptions seen in NetSapiens: done',
    'Office Manager password destroyed: done',
  ]);
  expect((await look()).domains).toMatchObject([
    { domain: 'acme.example', status: 'wanted' },
    { domain: 'globex.example', status: 'synchronized', outcome: 'created' },
  ]);
  expect(await world.vault.open({ owner: domainRun(id, 'globex.example'), field: 'Office Manager password' })).toBeUndefined();
});

test('domains can be added after the environment is enabled', async () => {
  const { world, id, look, enter, answer, pass } = await begin();
  await enter('client secret', 'mock-client-secret');
  await answer();
  expect(await world.register.want(id, ['initech.example'], 'U0OLIVIA')).toEqual({ added: ['initech.example'], already: [] });
  await pass();
  await enter('Office Manager password', 'mock-password', 'initech.example');
  expect((await look()).domains).toMatchObject([{ domain: 'initech.example', status: 'synchronized' }]);
});

test.each([
  ['wrong password', 'login name or password'],
  ['no secure password', 'legacy password'],
  ['MFA on', 'multi-factor'],
  ['scope too low', 'Basic User'],
  ['wrong domain', 'belongs to Basic User'],
] as const)('Office Manager credentials with %s are destroyed, and new ones are asked for', async (why, said) => {
  const { world, id, look, enter, answer } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  world.vendors.platform.prove = async () => ({ proved: false, why, seen: 'Basic User' });
  await enter('Office Manager password', 'wrong', 'acme.example');
  const [domain] = (await look()).domains;
  expect(stepOf(domain?.steps ?? [], 'Office Manager credentials proved')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining(said),
  });
  expect(stepOf(domain?.steps ?? [], 'Office Manager credentials received')?.status).toBe('waiting');
  expect(await world.vault.open({ owner: domainRun(id, 'acme.example'), field: 'Office Manager password' })).toBeUndefined();
  world.vendors.platform.prove = async () => ({ proved: true, scope: 'Office Manager' });
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect((await look()).domains).toMatchObject([{ status: 'synchronized' }]);
});

test('when Acrobits refuses the API key, a new key and “Try again” finish the domain without asking for the password again', async () => {
  const { world, id, look, enter, answer } = await begin({ domains: ['acme.example'] });
  const { provision } = world.vendors.messaging;
  world.vendors.messaging.provision = async (credentials) => {
    if (credentials.apiKey.reveal() !== 'the new key')
      throw new Refused('Acrobits refused the API key (401).', 'Ask Acrobits for the key.');
    return provision(credentials);
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect(stepOf((await look()).domains[0]?.steps ?? [], 'Domain provisioned at Acrobits')).toMatchObject({
    status: 'problem',
    todo: 'Ask Acrobits for the key.',
  });
  await enter('API key', 'the new key');
  expect((await look()).domains).toMatchObject([{ status: 'synchronized' }]);
  expect(await world.vault.look({ owner: domainRun(id, 'acme.example'), field: 'Office Manager password' })).toMatchObject({
    destroyed: true,
  });
});

test('429 with Retry-After is waited for, and nobody has to do anything', async () => {
  const { world, engine, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  const asked: number[] = [];
  world.vendors.messaging.provision = async () => {
    asked.push(engine.clock.now().getTime());
    if (asked.length === 1) throw new Unreachable('Acrobits asks to slow down (429).', 'Wait.', { retryAfter: seconds(45) });
    return 'already existed';
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await pass(minutes(1));
  expect(asked.length).toBe(2);
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(seconds(45));
  expect((await look()).domains).toMatchObject([{ status: 'synchronized', outcome: 'already existed' }]);
});

test('a password that waits too long for something to be mended is destroyed, and asked for again', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  world.vendors.messaging.provision = async () => {
    throw new Refused('Acrobits does not know cloudId NSACME (404).', 'Ask Acrobits.');
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await pass(hours(23));
  // Asking for another try does not make it wait longer.
  await world.register.nudge(domainRun(id, 'acme.example'), 'U0OLIVIA', 'asked to try again');
  await pass();
  await pass(hours(1));
  expect(await world.vault.look({ owner: domainRun(id, 'acme.example'), field: 'Office Manager password' })).toMatchObject({
    destroyed: true,
  });
  expect(stepOf((await look()).domains[0]?.steps ?? [], 'Office Manager credentials received')?.status).toBe('waiting');
});

test('a domain that is done takes a new password: it is provisioned again, and what a 200 does not prove is said', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  const expires = new Date(world.clock.now().getTime() + minutes(15));
  const owner = { enablement: id, domain: 'acme.example' };
  const wanted = { owner, field: 'Office Manager password', person: 'U0ADA', expires } as const;
  const { token, code } = await world.links.issue({ ...wanted, renewal: true });
  await world.links.accept(token, code, new Secret('new-password'), 'integration-office-manager');
  await pass();
  const [domain] = (await look()).domains;
  expect(domain).toMatchObject({ status: 'synchronized', outcome: 'already existed', round: 2, wantedBy: 'U0ADA' });
  expect(stepOf(domain?.steps ?? [], 'Domain provisioned at Acrobits')?.detail).toBe(
    'already existed (200), which does not prove that Acrobits took the new password',
  );
});

test('while Acrobits makes the subscriptions of many domains, at three a second, none of them has a problem; one that is left out has', async () => {
  const domains = Array.from({ length: 120 }, (_, n) => `d${n}.example`);
  const { engine, world, look, enter, answer, pass } = await begin({ domains });
  const taken = new Map<string, number>();
  world.vendors.messaging.provision = async ({ domain }) => {
    if (!taken.has(domain)) taken.set(domain, engine.clock.now().getTime() + taken.size * seconds(2 / 3));
    return 'created';
  };
  world.vendors.platform.subscriptions = async (_access, { domain }) => {
    const there = domain !== 'd7.example' && (taken.get(domain) ?? Number.POSITIVE_INFINITY) <= engine.clock.now().getTime();
    return { message: there, messagesession: there };
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  for (const domain of domains) await enter('Office Manager password', 'mock-password', domain);
  const seen = async () =>
    (await look()).domains.map(({ steps, domain }) => ({ domain, ...stepOf(steps, 'Both subscriptions seen in NetSapiens') }));
  await pass(seconds(45));
  const busy = (await seen()).filter(({ status }) => status === 'running');
  expect(busy.length).toBeGreaterThan(40);
  expect(busy.at(-1)?.detail).toMatch(
    /^Acrobits makes the subscriptions of \d+ domains, which may take a minute\. Looked at again by itself\.$/,
  );
  expect((await seen()).filter(({ status }) => status === 'problem')).toEqual([]);
  await pass(minutes(4));
  expect((await look()).domains.filter(({ status }) => status !== 'synchronized').map(({ domain }) => domain)).toEqual([
    'd7.example',
  ]);
  expect((await seen()).filter(({ status }) => status === 'problem')).toMatchObject([
    { domain: 'd7.example', detail: expect.stringContaining('not in NetSapiens yet') },
  ]);
});
