import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChainVerdict } from '@enablement/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepAnchor, readAnchor, readAnchors, writeAnchor } from './anchors.ts';
import { report } from './report.ts';

const HASH = 'a1'.repeat(32);
const HEAD = { seq: 57, hash: HASH };

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'enablement-anchors-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('an anchor is read as it is written, and anything else is refused with what was expected', () => {
  expect(readAnchor(` ${writeAnchor(HEAD)}\n`)).toEqual(HEAD);
  for (const text of ['', '57', `57:${HASH.slice(1)}`, `57:${HASH.toUpperCase()}`, `-1:${HASH}`, `x57:${HASH}`])
    expect(() => readAnchor(text)).toThrow('expected a number, a colon and 64 hex digits');
});

test('anchors are kept one a line with their time, in a file that only its owner reads', async () => {
  const file = path.join(dir, 'deep', 'anchors.txt');
  expect(await readAnchors(file)).toEqual([]);
  await keepAnchor(file, HEAD, new Date('2026-03-02T09:00:00Z'));
  await keepAnchor(file, { ...HEAD, seq: 60 }, new Date('2026-03-03T09:00:00Z'));
  expect(await readAnchors(file)).toEqual([HEAD, { ...HEAD, seq: 60 }]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

const verdict = (broken?: ChainVerdict['broken']): ChainVerdict => ({ entries: 60, head: HEAD, broken });

test('what is whole is said so, with a word about anchors when there is none', () => {
  expect(report(verdict(), [HEAD]).join(' ')).toBe(
    'The audit is whole: 60 entries, none changed, none missing (1 anchor compared).',
  );
  expect(report(verdict(), []).join(' ')).toContain('Run “anchor” now and then');
});

test.each([
  [{ seq: 58, why: 'changed' }, 'entry 58 is not what was recorded'],
  [{ seq: 58, why: 'missing', last: 58 }, 'entry 58 is missing.'],
  [{ seq: 58, why: 'missing', last: 60 }, 'entries 58 to 60 are missing.'],
  [{ seq: 58, why: 'moved' }, 'at place 58 stands an entry'],
  [{ seq: 57, why: 'replaced' }, 'entry 57 was replaced'],
  [{ seq: 58, why: 'cut off', last: 70 }, 'the end was cut off: entries 58 to 70 existed, and are gone.'],
  [{ seq: 58, why: 'unknown end', last: 60 }, 'entries 58 to 60 were added past the programs.'],
  [{ seq: 58, why: 'rewritten' }, 'entry 58 is not the one that an anchor tells of'],
] as const)('%j is told as a sentence, with what holds and what to do', (broken, said) => {
  const [what, upTo, todo] = report(verdict(broken), []);
  expect(what).toContain(said);
  expect(upTo).toBe('Up to entry 57 it holds.');
  expect(todo).toContain('Keep this database as it is');
});
