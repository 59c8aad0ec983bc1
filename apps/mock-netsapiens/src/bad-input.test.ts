import { connect } from 'node:net';
import { operationsOf } from '@enablement/contracts';
import { documentAt } from '@enablement/contracts/netsapiens';
import { serve } from '@enablement/mock-kit';
import { expect, onTestFinished, test } from 'vitest';
import { keys } from './access/seed.ts';
import { createNetsapiens } from './netsapiens.ts';

/** What the kit does for every mock is tested there; here is what this platform makes of it, and what it has of its own. */
async function open() {
  const mock = await createNetsapiens();
  const { url, port, close } = await serve(mock.app, { name: 'mock-netsapiens', port: 0 });
  onTestFinished(() => {
    mock.poster.close();
    return close();
  });
  const bearer = { authorization: `Bearer ${keys.system.key}` };
  const headers = { 'content-type': 'application/json' };
  const ask = (path: string, request: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/ns-api/v2${path}`, {
      ...request,
      headers: { ...bearer, ...headers, ...request.headers },
      signal: AbortSignal.timeout(10_000),
    });
  return { mock, port, bearer, ask };
}

const send = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type },
  body,
});

const bodies: [string, RequestInit, number][] = [
  ['JSON that breaks off', send('{"domain":"x.example",'), 400],
  ['a list where an object belongs', send('[]'), 400],
  ['a number', send('1e999'), 400],
  ['nothing', { method: 'POST' }, 400],
  ['a form', send('domain=x.example', 'application/x-www-form-urlencoded'), 415],
  ['XML', send('<domain/>', 'text/xml'), 415],
  ['10 MB', send(`{"domain":"${'x'.repeat(10 * 2 ** 20)}"}`), 413],
  ['10,000 levels', send(`{"domain":${'['.repeat(10_000)}`), 400],
  ['bytes that are no UTF-8', send(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)), 400],
  ['a domain that is a path', send('{"domain":"../../etc","reseller":"northwind"}'), 400],
  ['a domain of 100 characters', send(`{"domain":"${'d'.repeat(100)}","reseller":"northwind"}`), 400],
];

test.each(bodies)('a domain cannot be made of %s, and the refusal has the shape of the platform', async (_, request, status) => {
  const { ask, mock } = await open();
  const answer = await ask('/domains', request);
  expect([answer.status, await answer.json()]).toEqual([status, { code: status, message: expect.any(String) }]);
  expect(mock.requests().map(({ answeredBy }) => answeredBy)).not.toContain('failure');
  expect((await ask('/domains')).status).toBe(200);
});

test('members that the platform does not know are ignored without a word, and listed for whoever looks', async () => {
  const { ask, mock } = await open();
  const body =
    '{"domain":"first.example","domain":"last.example","reseller":"northwind","synchronous":"yes","colour":"red","__proto__":{"x":1}}';
  const made = await ask('/domains?sort=domain', send(body));
  expect(made.status).toBe(200);
  expect(await made.json()).not.toHaveProperty('colour');
  expect(mock.requests().at(-1)?.ignored).toEqual(['query.sort', 'body.colour', 'body.__proto__', 'body.domain (given twice)']);
  expect((await ask('/domains/first.example')).status).toBe(404);
  expect((await ask('/domains/last.example')).status).toBe(200);
});

/** Every list, as its first page is asked for. */
const lists = operationsOf(documentAt('44.4'))
  .filter(({ id }) => id.startsWith('list'))
  .map(({ path, parameters }) => {
    const named = path.replace('{domain}', 'acme.example').replace('{user}', '100');
    const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
    return { path: named, query: needed.map(({ name }) => `${name}=2026-01-31%2010:00:00`).join('&') };
  })
  // The key that asks belongs to nobody whom `~` could stand for.
  .filter(({ path }) => !/[{~]/.test(path));

const pages = [
  'limit=1e400',
  'limit=99999999999999999999999',
  'limit=0x10',
  'limit=1001',
  'limit=-1',
  'limit=1.5',
  'limit=NaN',
  'limit=',
  'limit=1&limit=2',
  'start=-1',
  'start=-0',
  'start=9007199254740993',
  'start=1e21',
  'start=%00',
  'start[]=1',
  'start=%E2%80%8B1',
];

test('no list fails over a page that nobody can want: it is refused, or shows no more than a thousand rows', async () => {
  const { ask } = await open();
  expect(lists.length).toBeGreaterThan(10);
  for (const { path, query } of lists) {
    for (const page of pages) {
      const answer = await ask(`${path}?${query}&${page}`);
      const rows = await answer.json();
      expect([200, 400, 403], `${path}?${query}&${page} ${JSON.stringify(rows)}`).toContain(answer.status);
      if (answer.status === 200) expect(rows.length).toBeLessThanOrEqual(1000);
      else expect(rows).toEqual({ code: answer.status, message: expect.any(String) });
    }
  }
});

const strange = [
  '/domains/../../../../etc/passwd',
  '/domains/%2e%2e/%2e%2e/_mock/state',
  '/domains/..%2f..%2fetc',
  '/domains/acme.example%2fusers%2f100',
  '/domains/acme.example/users/100%00',
  '/domains/acme.example/users/%2e%2e',
  '/domains/%ff%fe',
  '/domains/%',
  '/domains//users',
  '/domains/__proto__',
  '/domains/acme.example/users/constructor',
  '/domains/~/users/~/devices/toString',
  '/subscriptions/__proto__',
  '/phonenumbers/hasOwnProperty',
  '//domains',
  '/domains;jsessionid=1',
  '/domains\\..\\x',
];

test.each(strange)('the path %s leads nowhere, and to no failure of ours', async (path) => {
  const { mock, port, bearer, ask } = await open();
  const request = `GET /ns-api/v2${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${bearer.authorization}\r\nConnection: close\r\n\r\n`;
  const status = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(5000, () => reject(new Error('nobody answered')));
    socket.setEncoding('utf8').on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('close', () => resolve(String(heard.split(' ')[1]))).on('error', reject);
  });
  expect(['400', '404']).toContain(status);
  expect(mock.requests().map(({ answeredBy }) => answeredBy)).not.toContain('failure');
  expect((await ask('/domains')).status).toBe(200);
});
