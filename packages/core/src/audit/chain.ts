import canonicalize from 'canonicalize';
import type { Json } from '../ports/engine.ts';
import type { AuditEntry, Audited } from './entry.ts';

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hex digits. */
export type Sha256 = (text: string) => string;

/** The last entry's number and hash: whoever knows them can tell later whether the chain up to there is still the same. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What stands before the first entry. */
export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) };

/** An entry in the chain: its hash covers the entry and the hash before it. */
export interface Sealed {
  readonly entry: AuditEntry;
  readonly previous: string;
  readonly hash: string;
}

/** The one way to write a value down as JSON: keys sorted, no white space, numbers as ECMAScript writes them (RFC 8785). */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing that JSON can say');
  return text;
}

/** SHA-256(previous hash in hex ‖ canonical entry). */
export const hashOf = (previous: string, entry: unknown, sha256: Sha256): string => sha256(previous + canonical(entry));

/** Gives a deed its place behind `head`. Pure: the adapter holds the head still while it does this. */
export function seal(head: Head, { actor, action, subject, outcome, details = {} }: Audited, at: Date, sha256: Sha256): Sealed {
  const entry: AuditEntry = { seq: head.seq + 1, at: at.toISOString(), actor, action, subject, outcome, details };
  const plain: AuditEntry = JSON.parse(storable(entry));
  return { entry: plain, previous: head.hash, hash: hashOf(head.hash, plain, sha256) };
}

export const headOf = ({ entry, hash }: Sealed): Head => ({ seq: entry.seq, hash });

/** A deed's key as adapters keep it: of one length, whatever it is made of. */
export const keyOf = ({ key }: Audited, sha256: Sha256): string | undefined =>
  key === undefined ? undefined : sha256(canonical(JSON.parse(storable(key))));

/**
 * JSON that every place of ours takes. Texts of vendors may be cut in the middle of a character, and neither RFC 8785 nor
 * PostgreSQL takes the half of one; PostgreSQL takes no U+0000 either.
 */
const storable = (value: AuditEntry | Json): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\u0000', '\ufffd') : part,
  );
