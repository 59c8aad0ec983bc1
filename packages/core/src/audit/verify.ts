import { GENESIS, type Head, hashOf, type Sha256 } from './chain.ts';

/** A row as it lies there now. Whoever tampered may have left anything in `entry`. */
export interface StoredEntry {
  /** The place it stands at. */
  readonly seq: number;
  readonly entry: unknown;
  readonly previous: string;
  readonly hash: string;
}

/**
 * - `changed`: what stands at `seq` does not have its hash.
 * - `missing`: there is nothing from `seq` up to `last`.
 * - `moved`: at `seq` stands an entry that was written for another place.
 * - `replaced`: `seq` is not the entry after which the next one was written; entry and hash were made anew.
 * - `cut off`: the chain ends before `seq`, which is known to have existed.
 * - `unknown end`: there are entries from `seq` on that the head does not know.
 * - `rewritten`: all hashes fit, but `seq` is not what an anchor says it was; everything up to it may have been made anew.
 */
export type Broken = {
  readonly seq: number;
  readonly why: 'changed' | 'missing' | 'moved' | 'replaced' | 'cut off' | 'unknown end' | 'rewritten';
  readonly last?: number;
};

export interface ChainVerdict {
  /** How many entries were looked at. */
  readonly entries: number;
  /** The last entry that is all right, or what stands before the first. */
  readonly head: Head;
  readonly broken?: Broken | undefined;
}

export interface Known {
  /** What the database says the end is. */
  readonly head: Head;
  /** Ends that somebody wrote down earlier, elsewhere. */
  readonly anchors: readonly Head[];
}

/** Follows the chain from its beginning, and tells the first place where it does not hold. Rows come in the order of `seq`. */
export async function verifyChain(
  rows: Iterable<StoredEntry> | AsyncIterable<StoredEntry>,
  { head: known, anchors }: Known,
  sha256: Sha256,
): Promise<ChainVerdict> {
  const anchorsAt = Map.groupBy(anchors, ({ seq }) => seq);
  let head = GENESIS;
  let before = GENESIS;
  let entries = 0;
  for await (const row of rows) {
    entries += 1;
    const broken = judge(row, head, sha256) ?? heldAgainst(anchorsAt.get(row.seq), row);
    // When the next entry does not follow it, the one before is what was replaced.
    if (broken) return { entries, head: broken.seq <= head.seq ? before : head, broken };
    [before, head] = [head, { seq: row.seq, hash: row.hash }];
  }
  const broken = judgeEnd(head, known, anchors);
  return { entries, head, broken };
}

function judge(row: StoredEntry, head: Head, sha256: Sha256): Broken | undefined {
  const expected = head.seq + 1;
  if (row.seq !== expected) return { seq: expected, why: 'missing', last: row.seq - 1 };
  if (!fits(row, sha256)) return { seq: row.seq, why: 'changed' };
  if (placeOf(row.entry) !== row.seq) return { seq: row.seq, why: 'moved' };
  if (row.previous !== head.hash) return { seq: Math.max(head.seq, 1), why: 'replaced' };
  return undefined;
}

function fits({ previous, entry, hash }: StoredEntry, sha256: Sha256): boolean {
  try {
    return hashOf(previous, entry, sha256) === hash;
  } catch {
    // Not even JSON: nothing that we wrote.
    return false;
  }
}

function placeOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'seq' in entry ? entry.seq : undefined;
}

function heldAgainst(anchors: readonly Head[] = [], { seq, hash }: StoredEntry): Broken | undefined {
  return anchors.every((anchor) => anchor.hash === hash) ? undefined : { seq, why: 'rewritten' };
}

function judgeEnd(end: Head, known: Head, anchors: readonly Head[]): Broken | undefined {
  const furthest = Math.max(known.seq, ...anchors.map(({ seq }) => seq));
  if (end.seq < furthest) return { seq: end.seq + 1, why: 'cut off', last: furthest };
  if (end.seq > known.seq) return { seq: known.seq + 1, why: 'unknown end', last: end.seq };
  if (end.hash !== known.hash) return { seq: end.seq, why: 'replaced' };
  return undefined;
}
