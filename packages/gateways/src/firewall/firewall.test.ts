import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFileMemory, readAllowlist } from './index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'firewall-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string) {
  const file = path.join(folder, 'allowlist.yaml');
  await writeFile(file, text);
  return readAllowlist(file);
}
const group = (more: string) => `{ id: web-login, name: Web Login server, neededFor: base, calls: https${more} }`;
const file = (readAt: string, ...groups: string[]) =>
  `source: https://doc.acrobits.example\nreadAt: ${readAt}\ngroups: [${groups.join(', ')}]`;

describe('the allowlist', () => {
  test('the one that comes with the program names all services, and no address that nobody has read', async () => {
    const { source, readAt, groups } = await readAllowlist();
    expect(source).toMatch(/^https:\/\/doc\.acrobits\.net\/cloudsoftphone\/allowlist\//);
    expect(groups.map(({ id }) => id)).toEqual([
      'web-login',
      'app-provisioning',
      'dashboard',
      'validation',
      'sipis',
      'messaging-backend',
    ]);
    if (readAt === undefined) expect(groups.flatMap(({ addresses }) => addresses)).toEqual([]);
  });

  test('addresses are kept with the day they were read', async () => {
    const { readAt, groups } = await read(file('2026-03-01', group(', addresses: [198.51.100.0/28, "2001:db8::1"]')));
    expect(readAt).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(groups[0]?.addresses).toEqual(['198.51.100.0/28', '2001:db8::1']);
  });

  test.each([
    ['an address without a day', file('null', group(', addresses: [198.51.100.1]')), /readAt: expected the day/],
    ['a day that is none', file('yesterday', group('')), /readAt: expected the day/],
    [
      'an address that is none',
      file('2026-03-01', group(', addresses: [198.51.100.1/33]')),
      /addresses\.0: expected an address or a range/,
    ],
    [
      'a command for an address',
      file('2026-03-01', group(', addresses: ["0.0.0.0/0; reboot"]')),
      /expected an address or a range/,
    ],
    [
      'a command for a name',
      file('null', `{ id: a, name: "x\\nreboot", neededFor: base, calls: sip }`),
      /name: expected a short name/,
    ],
    ['a group twice', file('null', group(''), group('')), /an id stands twice/],
    ['a service nobody knows', file('null', `{ id: a, name: A, neededFor: fun, calls: sip }`), /neededFor/],
    ['broken YAML', 'groups: [', /is not YAML/],
  ])('%s is told in one sentence', async (_, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence);
  });

  test('a file that is not there', async () => {
    await expect(readAllowlist('/nowhere.yaml')).rejects.toThrow('cannot be read (ENOENT)');
  });
});

describe('the last list in a file', () => {
  const snapshot = { madeAt: new Date('2026-03-02T09:00:00Z'), groups: { sipis: ['203.0.113.1'] } };

  test('comes back as it was kept', async () => {
    const memory = createFileMemory(path.join(folder, 'deep', 'list.json'));
    expect(await memory.last()).toBeUndefined();
    await memory.keep(snapshot);
    expect(await memory.last()).toEqual(snapshot);
  });

  test.each(['', '{', '[]', '{"madeAt":"never","groups":{}}'])('a file with %j counts as none', async (text) => {
    const where = path.join(folder, 'broken.json');
    await writeFile(where, text);
    expect(await createFileMemory(where).last()).toBeUndefined();
  });
});
