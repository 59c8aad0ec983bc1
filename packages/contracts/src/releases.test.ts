import { expect, test } from 'vitest';
import { document, membersAt } from './netsapiens.ts';
import { atRelease, type Release, releases } from './releases.ts';

const has = (release: Release, path: string, method: string): boolean =>
  method in (atRelease(document, release).paths[path] ?? {});

test.each<[string, string, readonly Release[]]>([
  ['/domains', 'get', ['44.0', '44.4', '45.0']],
  ['/version', 'get', ['44.4', '45.0']],
  ['/domains/{domain}/subscriptions', 'get', ['45.0']],
  ['/domains/{domain}/users/{user}/messagesessions/{messagesession}', 'get', ['45.0']],
  ['/domains/{domain}/users/{user}/messagesessions/{messagesession}', 'put', ['44.0', '44.4', '45.0']],
])('of %s, %s is in the releases %j', (path, method, expected) => {
  expect(releases.filter((release) => has(release, path, method))).toEqual(expected);
});

test('what ends with a release is not in it any more', () => {
  const ended = { ...document, paths: { '/old': { get: { 'x-until': '44.4' } } } };
  expect(releases.filter((release) => 'get' in (atRelease(ended, release).paths['/old'] ?? {}))).toEqual(['44.0']);
});

test('every mark names a release that is told apart', () => {
  const marks = [...JSON.stringify(document).matchAll(/"x-(?:since|until)":"?([^",}]*)/g)].map(([, release]) => release);
  expect(marks.length).toBeGreaterThan(0);
  expect(marks.filter((mark) => !releases.some((release) => release === mark))).toEqual([]);
});

test('a member that got another name is known under one of them in each release', () => {
  const names = ['directory-annouce-in-dial-by-name-enabled', 'directory-announce-in-dial-by-name-enabled'];
  expect(releases.map((release) => names.filter((name) => membersAt(release, 'User').has(name)))).toEqual([
    [names[0]],
    [names[0]],
    [names[1]],
  ]);
  expect(membersAt('45.0', 'User')).toContain('user-scope');
});
