import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { card, openLibrary, post } from './fixture.ts';

const json = { ...card, 'content-type': 'application/json' };
const add = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}): [string, RequestInit] => [
  '/v1/books',
  { method: 'POST', headers: { ...json, ...headers }, body },
];

const bad: [string, [string, RequestInit], number[]][] = [
  ['JSON that breaks off', add('{"title":"Em'), [400]],
  ['JSON with a comma too many', add('{"title":"Emma",}'), [400]],
  ['JSON of another age (a byte order mark)', add('\ufeff{"title":"Emma"}'), [201]],
  ['nothing but blanks', add('  \n '), [400]],
  ['a number where an object belongs', add('7'), [422]],
  ['a number that no machine can hold', add('{"title":"Emma","pages":1e999}'), [201]],
  ['XML', add('<book/>', { 'content-type': 'application/xml' }), [415]],
  ['XML that calls itself JSON', add('<book/>'), [400]],
  ['a content type that is none', add('{"title":"Emma"}', { 'content-type': ';;;' }), [415]],
  ['a form that is none', add('{"title":"Emma"}', { 'content-type': 'application/x-www-form-urlencoded' }), [422]],
  ['a body of 10 MB', add(`{"title":"${'x'.repeat(10 * 2 ** 20)}"}`), [413]],
  [
    '10 MB packed into 10 kB',
    add(gzipSync(Buffer.from(`{"title":"${'x'.repeat(10 * 2 ** 20)}"}`)), { 'content-encoding': 'gzip' }),
    [413],
  ],
  ['a packing that nobody knows', add('{"title":"Emma"}', { 'content-encoding': 'zip' }), [415]],
  ['a packing that is none', add('{"title":"Emma"}', { 'content-encoding': 'gzip' }), [400]],
  ['objects in objects, 100,000 deep', add('{"title":'.repeat(100_000)), [400]],
  ['a member nested 99 deep, which is not too deep', add(`{"title":"Emma","x":${'['.repeat(98)}${']'.repeat(98)}}`), [201]],
  ['bytes that are no UTF-8 in a name', add(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), [400]],
  [
    'bytes that are no UTF-8 in a value',
    add(Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])),
    [400],
  ],
  ['half a surrogate pair', add('{"title":"\\ud800"}'), [201]],
  ['members called like what every object has', add('{"title":"Emma","__proto__":{"pages":1},"constructor":2}'), [201]],
  ['a huge limit', ['/v1/books?limit=99999999999999999999', { headers: card }], [422]],
  ['a limit beyond numbers', ['/v1/books?limit=1e309', { headers: card }], [422]],
  ['a limit below zero', ['/v1/books?limit=-1', { headers: card }], [422]],
  ['a limit given twice', ['/v1/books?limit=1&limit=2', { headers: card }], [422]],
  ['a query of a hundred names', [`/v1/books?${'a[b]=1&'.repeat(100)}`, { headers: card }], [200]],
  ['a query with broken percent signs', ['/v1/books?limit=%zz', { headers: card }], [422]],
];

test.each(bad)('%s does no harm', async (_, [path, request], statuses) => {
  const { serving, api, mock } = await openLibrary();
  const answer = await fetch(serving.url + path, { ...request, signal: AbortSignal.timeout(5000) });
  expect(statuses).toContain(answer.status);
  await answer.text();
  // What was asked can be looked at, and the next request is served.
  expect((await fetch(`${serving.url}/_mock/requests`)).status).toBe(200);
  expect((await fetch(`${serving.url}/_mock/state`)).status).toBe(200);
  expect((await fetch(`${api}/books/Emma`)).status).toBe(200);
  expect(mock.requests().map(({ answeredBy }) => answeredBy)).not.toContain('failure');
});

/** One raw request, and the status line of what comes back; `''` when the connection ends without an answer. */
async function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.setTimeout(5000, () => reject(new Error('nobody answered')));
    socket.setEncoding('utf8').on('data', (chunk) => {
      heard += chunk;
      socket.end();
    });
    socket.on('close', () => resolve(String(heard.split('\r\n')[0]))).on('error', reject);
  });
}

const paths = [
  '/v1/books/../../../../etc/passwd',
  '/v1/books/%2e%2e/%2e%2e/etc/passwd',
  '/v1/books/..%2f..%2f..%2fetc%2fpasswd',
  '/v1/books/..%5c..%5cboot.ini',
  '/v1/books/%00',
  '/v1/books/%ff',
  '/v1/books/%',
  '/v1/books/%C0%AE%C0%AE/',
  '//v1//books',
  '/v1/./books',
  '/v1/books/',
  '/_mock/../v1/books',
  '/_mock/%2e%2e/state',
  'http://elsewhere.example/v1/books',
  '*',
  `/v1/books/${'x'.repeat(10_000)}`,
];

test.each(paths)('the path %s is answered, and not by a failure of ours', async (path) => {
  const { serving } = await openLibrary();
  const line = await raw(serving.port, `GET ${path} HTTP/1.1\r\nHost: library.example\r\nConnection: close\r\n\r\n`);
  expect(line).toMatch(/^HTTP\/1.1 (200|400|401|404|405) /);
});

test.each([
  ['promises more than it sends', 'content-length: 500\r\n\r\n{"title":'],
  ['sends chunks that are none', 'transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n'],
  ['promises two lengths', 'content-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
])('who %s harms nobody else', async (_, rest) => {
  const { serving, api } = await openLibrary();
  const socket = connect(serving.port, '127.0.0.1');
  socket.on('error', () => undefined).resume();
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(`POST /v1/books HTTP/1.1\r\nHost: x\r\nx-library-key: member-1\r\ncontent-type: application/json\r\n${rest}`);
  await new Promise((resolve) => setTimeout(resolve, 30));
  socket.destroy();
  expect((await fetch(`${api}/books/Emma`)).status).toBe(200);
});

test('what nobody knows is passed over in silence, and listed', async () => {
  const { api, mock } = await openLibrary();
  const body = '{"title":"Persuasion","colour":"red","parts":["I"],"x":{"y":1}}';
  expect((await fetch(`${api}/books?sort=title&limit=3`, { method: 'POST', headers: json, body })).status).toBe(201);
  expect(mock.requests().at(-1)?.ignored).toEqual(['query.sort', 'query.limit', 'body.colour', 'body.x']);
  await fetch(`${api}/books?limit=3&start=-5`, { headers: card });
  expect(mock.requests().at(-1)?.ignored).toEqual(['query.start']);
});

test('of a member given twice the last counts, and that is listed', async () => {
  const { api, mock } = await openLibrary();
  const body = '{"title":"first {\\"title\\":1}","title":"last","x":[{"a":1},{"a":1,"\\u0061":2}]}';
  await fetch(`${api}/books`, { method: 'POST', headers: json, body });
  expect(mock.state().books.at(-1)).toMatchObject({ title: 'last' });
  expect(mock.requests().at(-1)?.ignored).toEqual(['body.x', 'body.title (given twice)', 'body.x.1.a (given twice)']);
  await fetch(`${api}/books`, { method: 'POST', headers: card, body: new URLSearchParams('title=a&title=b') });
  expect(mock.requests().at(-1)?.ignored).toEqual(['body.title (given twice)']);
});

test('a list of nonsense stays short, however much nonsense there is', async () => {
  const { api, mock } = await openLibrary();
  const nonsense = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`${'n'.repeat(300)}${at}`, at]));
  expect((await post(`${api}/books`, { title: 'Emma', ...nonsense }, card)).status).toBe(201);
  const ignored = mock.requests().at(-1)?.ignored ?? [];
  expect(ignored).toHaveLength(50);
  expect(Math.max(...ignored.map(({ length }) => length))).toBeLessThan(210);
});

test.each([
  ['malformed JSON', '{', 400],
  ['JSON 100,000 deep', '['.repeat(100_000), 400],
  ['11 MB', `"${'x'.repeat(11 * 2 ** 20)}"`, 413],
  ['null', 'null', 400],
])('the control plane refuses %s in words', async (_, body, status) => {
  const { control } = await openLibrary();
  for (const door of ['faults', 'seed']) {
    const answer = await fetch(`${control}/${door}`, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toEqual([status, { error: expect.any(String) }]);
  }
});
