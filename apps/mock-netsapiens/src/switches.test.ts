import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SWITCHES } from './switches.ts';
import { openPlatform } from './testing.ts';

const differences = readFileSync(new URL('../../../docs/mock-differences.md', import.meta.url), 'utf8');

test('every switch is listed for people, with its choices', () => {
  for (const [name, { choices }] of Object.entries(SWITCHES)) {
    const line = differences.split('\n').find((candidate) => candidate.startsWith(`| \`${name}\` `));
    expect(line, name).toBeDefined();
    for (const [value] of choices) expect(line, name).toContain(`\`${value}\``);
  }
});

test('no switch that is listed for people is missing', () => {
  const section = differences.split(/^## /m).find((part) => part.startsWith('mock-netsapiens'));
  const listed = [...String(section).matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(Object.keys(SWITCHES).toSorted());
});

test('switches are turned by people and by seeds, and go back with everything else', async () => {
  const { url, turn, seed } = await openPlatform();
  const position = async (name: string): Promise<unknown> => {
    const all = (await (await fetch(`${url}/_mock/switches`)).json()) as { name: string; value: string }[];
    return all.find((one) => one.name === name)?.value;
  };
  expect(await position('wrongClient')).toBe('401 invalid_client');
  expect((await turn({ wrongClient: '403' })).status).toBe(200);
  expect((await seed({ switches: { wrongLogin: '401' } })).status).toBe(200);
  expect([await position('wrongClient'), await position('wrongLogin')]).toEqual(['403', '401']);
  await fetch(`${url}/_mock/reset`, { method: 'POST' });
  expect(await position('wrongClient')).toBe('401 invalid_client');
});

test.each([
  [{ wrongClient: '418' }, 'wrongClient is one of: 401 invalid_client, '],
  [{ colour: 'red' }, 'There is no switch "colour"'],
])('%j turns nothing, in words', async (switches, part) => {
  const { turn, seed } = await openPlatform();
  for (const answer of [await turn(switches), await seed({ switches })])
    expect([answer.status, await answer.json()]).toEqual([400, { error: expect.stringContaining(part) }]);
});
