import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../testing/memory-audit.ts';
import { GENESIS, type Head, hashOf, headOf, type Sealed, seal } from './chain.ts';
import type { AuditEntry } from './entry.ts';
import { type StoredEntry, verifyChain } from './verify.ts';

const AT = new Date('2026-03-02T09:00:00Z');

/** A chain of some entries about one run. */
function chain(length: number): StoredEntry[] {
  const rows: Sealed[] = [];
  for (let n = 0; n < length; n++)
    rows.push(
      seal(
        rows.length === 0 ? GENESIS : headOf(rows[n - 1] as Sealed),
        {
          actor: { kind: 'person', id: 'U0OLIVIA' },
          action: 'run woken',
          subject: { enablement: 'e1' },
          outcome: 'done',
          details: { n },
        },
        AT,
        sha256,
      ),
    );
  return rows.map(stored);
}

const stored = ({ entry, previous, hash }: Sealed): StoredEntry => ({ seq: entry.seq, entry, previous, hash });
const endOf = (rows: readonly StoredEntry[]): Head => {
  const last = rows.at(-1);
  return last ? { seq: last.seq, hash: last.hash } : GENESIS;
};
const at = (rows: readonly StoredEntry[], seq: number): StoredEntry => rows[seq - 1] as StoredEntry;
const entryAt = (rows: readonly StoredEntry[], seq: number) => at(rows, seq).entry as AuditEntry;

/** Written anew by somebody who knows how hashes are made, from `from` on. */
function forge(rows: readonly StoredEntry[], from: number, upTo = rows.length): StoredEntry[] {
  const forged = rows.slice(0, from - 1);
  for (const row of rows.slice(from - 1)) {
    if (row.seq > upTo) {
      forged.push(row);
      continue;
    }
    const previous = endOf(forged).hash;
    const entry = row.seq === from ? { ...(row.entry as AuditEntry), outcome: 'refused' } : row.entry;
    forged.push({ seq: row.seq, entry, previous, hash: hashOf(previous, entry, sha256) });
  }
  return forged;
}

const verify = (rows: readonly StoredEntry[], head: Head, anchors: readonly Head[] = []) =>
  verifyChain(rows, { head, anchors }, sha256);

describe('a chain that nobody touched', () => {
  test.each([0, 1, 5])('of %i entries holds, with its anchors', async (length) => {
    const rows = chain(length);
    const anchors = rows.map((row) => endOf([row]));
    expect(await verify(rows, endOf(rows), anchors)).toEqual({ entries: length, head: endOf(rows), broken: undefined });
  });
});

describe('tampering is found at its first place:', () => {
  const rows = chain(6);
  const head = endOf(rows);
  const without = (seq: number) => rows.filter((row) => row.seq !== seq);
  const swapped = rows.with(1, { ...at(rows, 3), seq: 2 }).with(2, { ...at(rows, 2), seq: 3 });

  test.each<[string, readonly StoredEntry[], Head, readonly Head[], object]>([
    [
      'a changed entry',
      rows.with(2, { ...at(rows, 3), entry: { ...entryAt(rows, 3), outcome: 'refused' } }),
      head,
      [],
      { seq: 3, why: 'changed' },
    ],
    [
      'a changed time',
      rows.with(0, { ...at(rows, 1), entry: { ...entryAt(rows, 1), at: '2026-01-01T00:00:00.000Z' } }),
      head,
      [],
      { seq: 1, why: 'changed' },
    ],
    ['an entry that is no entry', rows.with(2, { ...at(rows, 3), entry: null }), head, [], { seq: 3, why: 'changed' }],
    [
      'an entry that cannot be written down',
      rows.with(2, { ...at(rows, 3), entry: { n: Number.POSITIVE_INFINITY } }),
      head,
      [],
      { seq: 3, why: 'changed' },
    ],
    ['a changed hash', rows.with(3, { ...at(rows, 4), hash: '0'.repeat(64) }), head, [], { seq: 4, why: 'changed' }],
    ['an entry made anew with a hash that fits', forge(rows, 3, 3), head, [], { seq: 3, why: 'replaced' }],
    ['the last entry made anew', forge(rows, 6), head, [], { seq: 6, why: 'replaced' }],
    ['a deleted entry', without(3), head, [], { seq: 3, why: 'missing', last: 3 }],
    ['a deleted beginning', rows.slice(2), head, [], { seq: 1, why: 'missing', last: 2 }],
    ['two entries in each other’s place', swapped, head, [], { seq: 2, why: 'moved' }],
    ['a cut tail that the head still knows', rows.slice(0, 4), head, [], { seq: 5, why: 'cut off', last: 6 }],
    [
      'a cut tail with a mended head, by an anchor',
      rows.slice(0, 4),
      endOf(rows.slice(0, 4)),
      [head],
      { seq: 5, why: 'cut off', last: 6 },
    ],
    ['everything deleted, by an anchor', [], GENESIS, [head], { seq: 1, why: 'cut off', last: 6 }],
    ['an end that the head does not know', rows, endOf(rows.slice(0, 4)), [], { seq: 5, why: 'unknown end', last: 6 }],
    [
      'everything made anew, head included, by an anchor',
      forge(rows, 2),
      endOf(forge(rows, 2)),
      [endOf(rows.slice(0, 4))],
      { seq: 4, why: 'rewritten' },
    ],
  ])('%s', async (_what, tampered, known, anchors, broken) => {
    expect((await verify(tampered, known, anchors)).broken).toEqual(broken);
  });

  test('what is all right before that place is told', async () => {
    expect(await verify(without(3), head)).toMatchObject({ entries: 3, head: endOf(rows.slice(0, 2)) });
    expect(await verify(forge(rows, 3, 3), head)).toMatchObject({ entries: 4, head: endOf(rows.slice(0, 2)) });
  });

  test('whoever makes everything anew is not found out without an anchor', async () => {
    const forged = forge(rows, 2);
    expect((await verify(forged, endOf(forged))).broken).toBeUndefined();
  });
});

test('any single change of any stored value is found', async () => {
  const rows = chain(4);
  const change = fc.record({
    seq: fc.integer({ min: 1, max: 4 }),
    path: fc.constantFrom('entry', 'previous', 'hash'),
    value: fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null)),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ seq, path, value }) => {
      const tampered = rows.with(seq - 1, { ...at(rows, seq), [path]: path === 'entry' ? value : String(value) });
      expect((await verify(tampered, endOf(rows))).broken).toMatchObject({ seq: expect.any(Number) });
    }),
  );
});

test('what vendors say is kept in a form that JSON and PostgreSQL take', () => {
  const half = '🙂'.slice(0, 1);
  const { entry } = seal(
    GENESIS,
    {
      actor: { kind: 'workflow', id: 'w' },
      action: 'step ended',
      subject: {},
      outcome: 'failed',
      details: { said: [`b${half}`, 'c\u0000', undefined as unknown as string], nothing: undefined },
    },
    AT,
    sha256,
  );
  expect(entry.details).toEqual({ said: ['b\ufffd', 'c\ufffd', null] });
});

test('the hash is SHA-256 over the hash before and the canonical entry, so that anybody can compute it', () => {
  const [first] = chain(1);
  const canonical =
    '{"action":"run woken","actor":{"id":"U0OLIVIA","kind":"person"},"at":"2026-03-02T09:00:00.000Z","details":{"n":0},"outcome":"done","seq":1,"subject":{"enablement":"e1"}}';
  expect(first?.hash).toBe(sha256('0'.repeat(64) + canonical));
});
