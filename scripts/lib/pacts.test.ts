import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPacts, stalePacts } from './pacts.ts';

const written = { interactions: [{ description: 'a log-in', request: { method: 'POST', path: '/tokens' } }] };
const text = (pact: object): string => JSON.stringify(pact, undefined, 2);
const NAME = 'enablement-acme.json';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pacts-'));
  writeFileSync(path.join(folder, NAME), text(written));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The files that are stale when this is done between the check-in and the clients' tests. */
function staleAfter(plant: () => void): readonly string[] {
  plant();
  const checkedIn = readPacts(folder);
  writeFileSync(path.join(folder, NAME), text(written));
  return stalePacts(checkedIn, readPacts(folder));
}

test('pacts that are written as they were are current', () => {
  expect(staleAfter(() => undefined)).toEqual([]);
});

test.each<[string, string]>([
  ['an interaction that no client has any more', text({ interactions: [...written.interactions, ...written.interactions] })],
  ['an interaction that a client has now and nobody checked in', text({ interactions: [] })],
  ['another path', text(written).replace('/tokens', '/token')],
  ['another order of members', '{"interactions":[{"request":{},"description":"a log-in"}]}'],
  ['a blank more', `${text(written)} `],
])('%s is stale', (_, planted) => {
  expect(staleAfter(() => writeFileSync(path.join(folder, NAME), planted))).toEqual([NAME]);
});

test('a pact that nobody has checked in is stale, and so is one that nobody writes', () => {
  expect(staleAfter(() => rmSync(path.join(folder, NAME)))).toEqual([NAME]);
  const checkedIn = readPacts(folder);
  rmSync(path.join(folder, NAME));
  expect(stalePacts(checkedIn, readPacts(folder))).toEqual([NAME]);
  expect(readPacts(path.join(folder, 'nothing')).size).toBe(0);
});
