import { expect, test } from 'vitest';
import { begin } from './begin.ts';

test('what will be sent to whom is known before anything is sent, and before the secret is there', async () => {
  const { world, look, enter } = await begin({ domains: ['acme.example'] });
  const before = (await look()).plan;
  expect(before).toMatchObject({
    to: 'contact@acrobits.example',
    checks: [],
    domains: [{ domain: 'acme.example', outlook: 'unknown' }],
  });
  expect(before?.sends).toContainEqual({ name: 'Primary core hostname', value: 'core1.northwind.example' });
  expect(before?.sends).toContainEqual({ name: 'OAuth client secret', value: 'not entered yet' });
  world.vendors.mail.send = async () => {
    throw new Error('nothing leaves yet');
  };
  await enter('client secret', 'mock-client-secret');
  const { plan } = await look();
  expect(plan?.sends.at(-1)?.value).toMatch(/^fingerprint [0-9a-f]{4}, behind the link/);
  expect(plan?.checks).toEqual(['portal speaks API v2 (44.4.10); core core1.northwind.example resolves']);
  expect(JSON.stringify(plan)).not.toContain('mock-client-secret');
});

test('the letter says exactly what the plan said', async () => {
  const { world, look, enter } = await begin({ domains: ['acme.example', 'globex.example'] });
  await enter('client secret', 'mock-client-secret');
  const { plan } = await look();
  for (const { name, value } of plan?.sends.slice(0, -1) ?? []) expect(world.letters[0]?.text).toContain(`${name}: ${value}\n`);
  expect(world.letters[0]?.to).toBe(plan?.to);
});

test('the plan follows a value that is corrected while the secret is waited for', async () => {
  const { world, id, look, pass } = await begin();
  const { prerequisites, plan } = await look();
  await world.register.correct(id, { ...prerequisites, clientId: 'another-client' }, 'U0OLIVIA');
  await pass();
  const now = (await look()).plan;
  expect(now?.sends).toContainEqual({ name: 'OAuth client ID', value: 'another-client' });
  expect(now?.fingerprint).not.toBe(plan?.fingerprint);
});

test.each([
  [{ message: true, messagesession: true }, 'already there'],
  [{ message: false, messagesession: false }, 'new'],
] as const)('a domain with the subscriptions %o is expected to be %s', async (seen, outlook) => {
  const { world, look, enter, answer } = await begin({ domains: ['acme.example'] });
  let asked = 0;
  world.vendors.platform.subscriptions = async () => (asked++ === 0 ? seen : { message: true, messagesession: true });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  const [domain] = (await look()).domains;
  expect(domain?.plan).toMatchObject({
    to: 'api-us.messaging.acrobits.example',
    domains: [{ domain: 'acme.example', outlook }],
  });
  expect(domain?.plan?.sends).toContainEqual({ name: 'cloudId', value: 'NSACME' });
  expect(domain?.status).toBe('synchronized');
});

test('a domain whose subscriptions cannot be looked at is provisioned all the same, and its plan says that nobody knows', async () => {
  const { world, look, enter, answer } = await begin({ domains: ['acme.example'] });
  let asked = 0;
  world.vendors.platform.subscriptions = async () => {
    if (asked++ === 0) throw new Error('not now');
    return { message: true, messagesession: true };
  };
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect((await look()).domains).toMatchObject([{ status: 'synchronized', plan: { domains: [{ outlook: 'unknown' }] } }]);
});

test('domains that an earlier run of this portal provisioned are known to be there', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect(await world.register.provisionedEarlier((await look()).prerequisites.portalUrl, 'another')).toEqual(['acme.example']);
  expect(await world.register.provisionedEarlier((await look()).prerequisites.portalUrl, id)).toEqual([]);
  await pass();
});
