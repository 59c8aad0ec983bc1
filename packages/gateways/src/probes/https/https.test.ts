import { Refused, Unreachable } from '@enablement/core';
import { afterEach, expect, test } from 'vitest';
import { failure, serve, stopAll } from '../../net/servers-for-tests.ts';
import { freePort, look, probes, stopProbing } from '../servers-for-tests.ts';

afterEach(async () => {
  await stopProbing();
  await stopAll();
});

test('an answer, how long it took, and whose clock goes wrong', async () => {
  const url = await serve((request, response) => {
    const date = new Date(Date.now() + Number(request.url?.slice(1) ?? 0)).toUTCString();
    response.writeHead(200, { date, 'content-type': 'application/json' }).end('{}');
  });
  const seen = async (skew: number) => await probes().https(`${url}/${skew}`, look());
  expect(await seen(0)).toMatchObject({ status: 200, isHtml: false, redirectsTo: undefined, clockAhead: 0 });
  expect((await seen(600_000)).clockAhead).toBeGreaterThan(598_000);
  expect((await seen(-600_000)).clockAhead).toBeLessThan(-598_000);
  expect((await seen(0)).took).toBeGreaterThan(0);
});

test('a server that does not tell the time', async () => {
  const url = await serve((_, response) => {
    response.sendDate = false;
    response.end('{}');
  });
  expect((await probes().https(url, look())).clockAhead).toBeUndefined();
});

test('redirects are told by their host alone, and not followed', async () => {
  const url = await serve((request, response) =>
    request.url === '/elsewhere'
      ? response.writeHead(302, { location: 'https://other.example/login?token=canary' }).end()
      : response.writeHead(302, { location: '/login' }).end(),
  );
  expect(await probes().https(`${url}/elsewhere`, look())).toMatchObject({ status: 302, redirectsTo: 'https://other.example' });
  expect(await probes().https(url, look())).toMatchObject({ status: 302, redirectsTo: url });
});

test('a login page with 200 is a page', async () => {
  const url = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>'));
  expect(await probes().https(url, look())).toMatchObject({ status: 200, isHtml: true });
});

test('no credentials, no cookies, an honest name', async () => {
  const heard: object[] = [];
  const url = await serve((request, response) => {
    heard.push(request.headers);
    response.end('{}');
  });
  await probes().https(url, look());
  expect(Object.keys(heard[0] ?? {}).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
});

test.each([
  ['before its answer', false],
  ['within its answer', true],
])('a server that hangs %s is given up', async (_, begin) => {
  const url = await serve((_request, response) => {
    if (begin) response.writeHead(200).write('{"half":');
  });
  expect(await failure(probes().https(url, look(200)))).toBeInstanceOf(Unreachable);
});

test('nothing listens, too much is sent, a private target', async () => {
  const big = await serve((_, response) => response.end('x'.repeat(1_100_000)));
  expect((await failure(probes().https(`http://127.0.0.1:${await freePort()}`, look()))).message).toContain('nothing listens');
  expect(await failure(probes().https(big, look()))).toBeInstanceOf(Refused);
  expect(await failure(probes({ allowPrivateHosts: false }).https(big, look()))).toBeInstanceOf(Refused);
});
