import { serve } from '@enablement/mock-kit';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { keys } from '../access/seed.ts';
import { createNetsapiens } from '../netsapiens.ts';
import { addSeed } from '../seeding.ts';
import { callWith } from '../testing.ts';
import { createModel, expectStatus, type Model, type Step, steps } from './testing.ts';

type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;

const own = ['one.example', 'two.example'];

/** How a step is asked for: where the things are, where one of them is, and what is said. */
function requestOf({ do: verb, what, domain, user, device, number, hook, word }: Step, idOf: (key: string) => string) {
  const there = `/domains/${domain}`;
  const said = {
    domain: ['/domains', there, { domain, reseller: 'northwind', description: word }],
    user: [
      `${there}/users`,
      `${there}/users/${user}`,
      { user, 'name-first-name': word, 'name-last-name': 'X', 'email-address': 'x@x.example', 'user-scope': 'Basic User' },
    ],
    device: [
      `${there}/users/${user}/devices`,
      `${there}/users/${user}/devices/${device}`,
      { device, 'device-sip-allowed-user-agent': word },
    ],
    number: [
      `${there}/phonenumbers`,
      `${there}/phonenumbers/${number}`,
      {
        phonenumber: number,
        'dial-rule-application': verb === 'create' ? 'to-user' : 'available-number',
        'dial-rule-translation-destination-user': verb === 'create' ? user : '[*]',
        'dial-rule-description': word,
      },
    ],
    subscription: [
      '/subscriptions',
      `/subscriptions/${idOf(`${domain} ${hook}`)}`,
      {
        model: 'message',
        'post-url': hook,
        domain,
        'preferred-server': word,
        'subscription-expires-datetime': '2046-01-31 10:00:00',
      },
    ],
  } as const;
  const [all, one, body] = said[what];
  const synchronous = verb === 'create' ? { synchronous: 'yes' } : {};
  const request = {
    create: ['POST', all, { ...body, ...synchronous }],
    update: ['PUT', one, body],
    delete: ['DELETE', one, undefined],
    get: ['GET', one, undefined],
    list: ['GET', all, undefined],
  } as const;
  return request[verb];
}

/** Everything of the model, as the platform tells it. */
async function observe(ask: Ask): Promise<Model> {
  const seen = createModel();
  const rows = async (path: string): Promise<Record<string, string>[]> =>
    (await ask('GET', path)).body as Record<string, string>[];
  for (const { domain = '', description = '' } of await rows('/domains'))
    if (own.includes(domain)) seen.domains.set(domain, description);
  for (const domain of seen.domains.keys()) {
    for (const row of await rows(`/domains/${domain}/users`)) {
      seen.users.set(`${domain}/${row.user}`, String(row['name-first-name']));
      for (const device of await rows(`/domains/${domain}/users/${row.user}/devices`)) {
        const word = String(device['device-sip-allowed-user-agent']);
        seen.devices.set(`${domain}/${device.device}`, { user: String(row.user), word });
      }
    }
    for (const row of await rows(`/domains/${domain}/phonenumbers`)) {
      seen.numbers.set(String(row.phonenumber), { domain, word: String(row['dial-rule-description']) });
    }
  }
  for (const row of await rows('/subscriptions')) {
    seen.subscriptions.set(`${row.domain} ${row['post-url']}`, String(row['preferred-server']));
  }
  return seen;
}

test('whatever is created, changed and deleted, in whatever order, the platform is what a small model says it is', async () => {
  const mock = await createNetsapiens();
  const { url, close } = await serve(mock.app, { name: 'mock-netsapiens', port: 0 });
  onTestFinished(() => {
    mock.poster.close();
    return close();
  });
  const ask: Ask = (method, path, body) => callWith(keys.system.key, method, `${url}/ns-api/v2${path}`, body);
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      mock.reset();
      addSeed(mock.state(), { settleMs: 0 });
      const model = createModel();
      const ids = new Map<string, string>();
      for (const step of sequence) {
        const [method, path, body] = requestOf(step, (key) => ids.get(key) ?? 'none');
        const expected = expectStatus(model, step);
        const answer = await ask(method, path, body);
        expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBe(expected);
        if (step.what === 'subscription' && step.do === 'create' && answer.status === 200) {
          ids.set(`${step.domain} ${step.hook}`, String((answer.body as { id: string }).id));
        }
      }
      expect(await observe(ask)).toEqual(model);
    }),
    { numRuns: 60 },
  );
}, 60_000);
