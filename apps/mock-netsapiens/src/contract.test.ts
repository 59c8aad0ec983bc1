import { documentAt, type Release, releases } from '@enablement/contracts/netsapiens';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callWith, officeManager, openPlatform } from './testing.ts';

const names = [
  'model',
  'post-url',
  'domain',
  'user',
  'reseller',
  'user-scope',
  'preferred-server',
  'subscription-geo-support',
  'subscription-expires-datetime',
  'error-count',
  'grant_type',
  'username',
  'refresh_token',
];
const likely = [
  'message',
  'messagesession',
  'https://hooks.example.net/',
  'acme.example',
  'globex.example',
  '*',
  '~',
  '100',
  'yes',
  '2046-01-31 10:00:00',
  '0',
  'password',
];
const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...likely) }, fc.string(), fc.jsonValue({ maxDepth: 1 }));
const segment = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...likely) }, fc.string({ minLength: 1, maxLength: 20 }));
const stateful = ['/version', '/tokens', '/domains', '/domains/{domain}', '/domains/{domain}/users/{user}', '/subscriptions'];
const pathsAt = (release: Release) =>
  fc
    .tuple(
      fc.oneof(
        fc.constantFrom(...stateful, '/subscriptions/{id}', '/nothing'),
        fc.constantFrom(...Object.keys(documentAt(release).paths)),
      ),
      fc.array(segment, { minLength: 3, maxLength: 3 }),
    )
    .map(([template, parts]) => {
      const rest = parts.map(encodeURIComponent);
      return template.replaceAll(/\{[^}]+\}/g, () => rest.shift() ?? 'more');
    });
const query = fc.dictionary(fc.constantFrom('start', 'limit', 'other'), fc.oneof(fc.integer().map(String), fc.string()), {
  maxKeys: 2,
});
const body = fc.option(fc.dictionary(fc.constantFrom(...names), value), { nil: undefined });
const who = fc.constantFrom('super@system.example', 'reseller@northwind.example', officeManager, '100@acme.example');
const stepAt = (release: Release) =>
  fc.record({ who, method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'), path: pathsAt(release), query, body });

test.each(releases)('whatever is asked of %s, in whatever order, no reply breaks the contract', async (release) => {
  const { api, logIn } = await openPlatform({ release });
  const tokens = new Map<string, string>();
  for (const login of ['super@system.example', 'reseller@northwind.example', officeManager, '100@acme.example']) {
    tokens.set(login, String((await logIn(login)).body.access_token));
  }
  await fc.assert(
    fc.asyncProperty(fc.array(stepAt(release), { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const { who, method, path, query, body } of steps) {
        const url = `${api}${path}?${new URLSearchParams(query)}`;
        const answer = await callWith(String(tokens.get(who)), method, url, method === 'GET' ? undefined : body);
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
      }
    }),
    { numRuns: 100 },
  );
});
