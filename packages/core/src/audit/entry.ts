import type { Json } from '../ports/engine.ts';

/**
 * Who did it. `id` is a Slack user id of a `person`, and the name of a `workflow` or a `program`. A `link holder` has the address
 * of a one-time page and has not proved to be anybody; `Acrobits` is whoever holds the link in our letter to them.
 */
export interface Actor {
  readonly kind: 'person' | 'Acrobits' | 'link holder' | 'workflow' | 'program';
  readonly id?: string | undefined;
}

/** What it was about; nothing, when it was about no run. `xima` is a check for Xima. */
export interface Subject {
  readonly enablement?: string | undefined;
  readonly domain?: string | undefined;
  readonly xima?: string | undefined;
}

/** `refused`: it was not allowed or not possible, and nothing has changed. `failed`: it was tried and did not succeed. */
export type AuditOutcome = 'done' | 'refused' | 'failed';

/** Something that was done, or was refused, before it has its number, its time and its place in the chain. */
export interface Audited {
  readonly actor: Actor;
  /** In plain words, the thing first: `values returned`. */
  readonly action: string;
  readonly subject: Subject;
  readonly outcome: AuditOutcome;
  /** Never a secret: fingerprints, and no contact data, since an entry can never be deleted. */
  readonly details?: Json | undefined;
  /** Of several deeds with the same key the first is recorded, whoever repeats it and however late. Not part of the entry. */
  readonly key?: Json | undefined;
}

/** A deed with its number, counted from 1 without gaps, and its time (ISO 8601, UTC, milliseconds). */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: Actor;
  readonly action: string;
  readonly subject: Subject;
  readonly outcome: AuditOutcome;
  readonly details: Json;
}
