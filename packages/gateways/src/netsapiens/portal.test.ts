import { Refused, seconds, Unreachable } from '@enablement/core';
import { afterEach, expect, it } from 'vitest';
import { createNet } from '../net/index.ts';
import { type Reply, startFakeCore } from './fake-core.ts';
import { createPlatform } from './index.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function ask(reply: Reply) {
  const core = await startFakeCore(() => reply);
  const net = createNet({ allowPrivateHosts: true, timeout: seconds(2) });
  closers.push(core.stop, net.close);
  return await createPlatform({ fetch: net.fetch, clock: { now: () => new Date() }, sleep: async () => {} }).portal(core.url);
}

it('a portal that tells its version speaks v2, whatever else it sends', async () => {
  expect(await ask({ json: { apiversion: '44.4.10', hostname: 'core1.example.net', new: [1] } })).toEqual({
    answer: 'speaks v2',
    version: '44.4.10',
  });
  expect(await ask({ json: { apiversion: 45 } })).toEqual({ answer: 'speaks v2', version: '45' });
});

it('a 404 in the vendor’s shape is a core too old to tell its version', async () => {
  expect(await ask({ status: 404, json: { code: 404, message: 'No Route Found [92]' } })).toEqual({ answer: 'no version' });
});

it.each<[string, Reply, string]>([
  ['a portal page', { text: '<!DOCTYPE html><title>Portal</title>' }, 'an HTML page with status 200'],
  ['a page that is missing', { status: 404, text: '<html>Not found</html>' }, 'an HTML page with status 404'],
  [
    'a page that claims to be JSON',
    { text: ' <html></html>', headers: { 'content-type': 'application/json' } },
    'an HTML page with status 200',
  ],
  ['a firewall’s page', { status: 403, text: '<html>Forbidden</html>' }, 'an HTML page with status 403'],
  ['another API', { json: { version: 3 } }, 'JSON of another shape with status 200'],
  ['another API’s 404', { status: 404, json: { detail: 'Not Found' } }, 'JSON of another shape with status 404'],
  ['nothing', { status: 204, text: '' }, 'an empty answer with status 204'],
  ['half of an answer', { text: '{"apiversion":"44' }, 'text that is not JSON with status 200'],
  ['null', { json: null }, 'JSON of another shape with status 200'],
])('%s is not an API host', async (_, reply, seen) => {
  expect(await ask(reply)).toEqual({ answer: 'not an API host', seen });
});

it.each<[string, Reply]>([
  ['fails', { status: 502, text: '<html>Bad gateway</html>' }],
  ['never answers', 'silence'],
  ['hangs up', 'hang up'],
])('a portal that %s may do better later', async (_, reply) => {
  await expect(ask(reply)).rejects.toBeInstanceOf(Unreachable);
});

it('a portal that redirects into the metadata service is refused', async () => {
  await expect(ask({ status: 302, headers: { location: 'http://169.254.169.254/' }, text: '' })).rejects.toBeInstanceOf(Refused);
});

it.each([
  ['7', 7_000],
  ['Tue, 20 Oct 2026 10:00:30 GMT', 30_000],
  ['999999999', 86_400_000],
  ['soon', undefined],
])('Retry-After "%s" becomes %s ms', async (header, expected) => {
  const headers = { 'retry-after': header, date: 'Tue, 20 Oct 2026 10:00:00 GMT' };
  const error = await ask({ status: 429, headers, json: {} }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unreachable);
  expect(error).toHaveProperty('retryAfter', expected);
});

it.each(['https://user:canary@portal.example', 'ftp://canary.example', 'canary'])(
  '%s is refused without being repeated',
  async (portalUrl) => {
    const fetch = () => Promise.reject(new Error('called'));
    const error = await createPlatform({ fetch, clock: { now: () => new Date() } })
      .portal(portalUrl)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).message).not.toContain('canary');
  },
);
