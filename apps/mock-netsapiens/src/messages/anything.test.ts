import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keys } from '../access/seed.ts';
import { openSubscriber } from '../events/testing.ts';
import { callWith, openPlatform } from '../testing.ts';

const session = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b';
const users = ['100', '101', '102@acme.example', '15551230100', '15551230101', '15551230999', '~', ''];

const sessionOf = (domain: string, user: string, id: string): string[] => {
  const one = `/domains/${domain}/users/${user}/messagesessions/${id}`;
  return [one, `${one}/leave`, `${one}/messages`];
};

const far = ['acme.example', '~', 'globex.example', '*'].flatMap((domain) => [
  `/domains/${domain}/messagesessions`,
  `/domains/${domain}/subscriptions`,
  ...['100', '101', '~'].flatMap((user) => [
    `/domains/${domain}/users/${user}/messages`,
    `/domains/${domain}/users/${user}/messagesessions`,
    ...[session, `${session}2`, 'short'].flatMap((id) => sessionOf(domain, user, id)),
  ]),
]);
const near = ['100', '101'].flatMap((user) => [
  '/subscriptions',
  `/domains/acme.example/users/${user}/messages`,
  ...sessionOf('acme.example', user, session),
]);
const others = ['/apikeys', '/apikeys/~', '/apikeys/nsd_invented', '/jwt', '/jwt/100@acme.example'];

const paths = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...near) },
  { weight: 1, arbitrary: fc.constantFrom(...far) },
  { weight: 1, arbitrary: fc.constantFrom(...others) },
);

const name = fc.constantFrom(...users);
const odd = fc.oneof(fc.string(), fc.jsonValue({ maxDepth: 1 }));
const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 29, arbitrary: value }, { weight: 1, arbitrary: odd });

const body = fc.record(
  {
    type: mostly(fc.constantFrom('chat', 'sms', 'mms', 'chat-media')),
    destination: mostly(fc.oneof(name, fc.array(name, { maxLength: 3 }))),
    'from-number': mostly(name),
    message: mostly(fc.oneof(fc.string(), fc.integer().map(String))),
    size: fc.option(fc.integer()),
    'session-name': mostly(fc.string()),
    participants: mostly(fc.array(name).map((some) => some.join(','))),
    description: mostly(fc.string({ minLength: 12 })),
    reseller: mostly(fc.constantFrom('northwind', '*', 'southwind')),
    domain: mostly(fc.constantFrom('acme.example', '*', 'globex.example')),
    user: mostly(name),
    'ip-address': mostly(fc.constantFrom('127.0.0.1', '192.0.2.0/24', 'here', '')),
    'allowed-models': mostly(fc.oneof(fc.constant('*'), fc.array(fc.constantFrom('message', 'event')))),
    model: mostly(fc.constantFrom('message', 'messagesession')),
    refresh: mostly(fc.constant('')),
  },
  { requiredKeys: ['type', 'destination', 'message'] },
);

const step = fc.record({
  who: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(keys.system.key, keys.domain.key) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.values(keys).map(({ key }) => key)) },
  ),
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE'),
  path: paths,
  body,
});

test('whatever is said by whom, no answer breaks the contract, and what is due is posted to the end', async () => {
  const { api, posted, url, pass } = await openPlatform({ release: '45.0' });
  const subscriber = await openSubscriber();
  for (const model of ['message', 'messagesession']) {
    const subscription = { model, 'post-url': subscriber.url, domain: 'acme.example' };
    expect((await callWith(keys.domain.key, 'POST', `${api}/subscriptions`, subscription)).status).toBe(200);
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20, size: 'max' }), async (steps) => {
      for (const { who, method, path, body: said } of steps) {
        const content = method === 'GET' ? undefined : { ...said, 'post-url': subscriber.url };
        const answer = await callWith(who, method, api + path, content);
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
      }
      pass(300);
      await posted();
      const { posts } = (await (await fetch(`${url}/_mock/state`)).json()) as { posts: { waiting: unknown[] } };
      expect(posts.waiting).toEqual([]);
    }),
    { numRuns: 40 },
  );
  const last = { type: 'chat', destination: '100', message: 'At last' };
  const path = `${api}/domains/acme.example/users/102/messages`;
  expect((await callWith(keys.domain.key, 'POST', path, last)).status).toBe(200);
  await posted();
  expect(JSON.stringify(subscriber.received.map(({ body }) => body))).toContain('At last');
});
