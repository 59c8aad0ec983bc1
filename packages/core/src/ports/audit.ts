import type { Head, Sealed } from '../audit/chain.ts';
import type { Audited } from '../audit/entry.ts';
import type { decide } from '../enablement/link-rules.ts';
import type { Secret } from '../secret.ts';
import type { Person } from './register.ts';

/**
 * Who did what, when and with which outcome: append-only, each entry chained to the one before. What changes something is
 * recorded by whoever changes it, in the same transaction; this port is for the rest, and for reading.
 */
export interface Audit {
  /** Records something that changes nothing else, a refusal for example. */
  record(audited: Audited): Promise<void>;
  /** In order; all, or those about these enablements. */
  entries(enablements?: readonly string[]): AsyncIterable<Sealed>;
  head(): Promise<Head>;
}

/** A page on which one person downloads a part of the audit. */
export interface AuditPage {
  /** `undefined` is the whole audit. */
  readonly enablements?: readonly string[] | undefined;
  /** What was searched for, as the person typed it. */
  readonly about: string;
  readonly person: Person;
  /** Names of the people in it, by their id: whoever shows it cannot ask Slack. */
  readonly people: Readonly<Record<string, string>>;
  readonly expires: Date;
  /** Wrong confirmation codes so far. */
  readonly misses: number;
}

export type AuditFormat = 'CSV' | 'JSON';

/** The link to such a page works like a secret's: 256 bits, stored hashed, with a code beside it; but it is not used up. */
export interface AuditPages {
  issue(page: Omit<AuditPage, 'misses'>): Promise<{ readonly token: Secret; readonly code: string }>;
  look(token: Secret): Promise<AuditPage | undefined>;
  /** Whether this code opens the page; records the download, or the wrong code. */
  open(token: Secret, code: string, format: AuditFormat): Promise<ReturnType<typeof decide>>;
}
