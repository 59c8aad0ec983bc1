import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callbackPassword } from './state.ts';
import { openAcrobits } from './testing/open-acrobits.ts';

const password = callbackPassword({ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key' });

const members = [
  'domainName',
  'officeManagerName',
  'officeManagerPassword',
  'domain',
  'text',
  'from-user-id',
  'messagesession-id',
];
const value = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('acme.example', 'globex.example', '', null, 0, []) },
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);
const object = fc.dictionary(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...members) }, fc.string()), value, { maxKeys: 6 });
const body = fc.oneof(
  object.map((one) => JSON.stringify(one)),
  fc.array(object, { maxLength: 3 }).map((list) => JSON.stringify(list)),
  object.map((one) =>
    JSON.stringify({ ...one, domainName: 'acme.example', officeManagerName: 'om', officeManagerPassword: 'x' }),
  ),
  fc.string({ unit: 'binary' }),
);
const cloudId = fc.constantFrom('NSACME', 'NSACME*', 'NSNOBODY', '..', '%2e%2e', 'NS%2FACME', '%00', '*');
const path = fc.oneof(
  fc
    .tuple(cloudId, fc.constantFrom('domains', 'message', 'message-session', 'subscriptions-status', ''))
    .map(([id, end]) => `/netsapiens/callbacks/${id}/${end}`),
  fc.constantFrom(
    ...['/clouds/next', '/clouds/repair', '/switches', '/staff', '/set-up', '/events', '/clouds', '/letters/x/again'],
    ...['/clouds/NSACME/domains/acme.example/exclude', '/clouds/NSACME/domains/nobody/subscribe'],
    ...['/_mock/faults', '/_mock/switches', '/_mock/seed', '/_mock/staff', '/_mock/mailbox/faults', '/_mock/nothing'],
  ),
);
const type = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', 'application/xml', '');
const query = fc.constantFrom('', `?password=${password}`, '?password=', '?password=a&password=b', '?cloudId[]=x', '?filed=%zz');
const step = fc.record({ method: fc.constantFrom('POST', 'POST', 'GET', 'PUT', 'DELETE'), path, query, type, body });

test('whatever is sent, in whatever order, there is an answer and it is no failure of ours', async () => {
  const acrobits = await openAcrobits();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      await acrobits.reset();
      for (const { method, path, query, type, body } of steps) {
        const answer = await fetch(acrobits.url + path + query, {
          method,
          redirect: 'manual',
          signal: AbortSignal.timeout(3000),
          headers: { 'x-ntspns-api-key': 'mock-cloud-api-key', ...(type && { 'content-type': type }) },
          ...(method !== 'GET' && { body }),
        });
        await answer.text();
        expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      }
      for (const look of ['/_mock/state', '/_mock/requests', '/events', '/clouds']) {
        expect((await fetch(acrobits.url + look)).status).toBe(200);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);
