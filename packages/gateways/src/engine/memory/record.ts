import type { Json } from '@enablement/core';
import type { Attempt } from '../attempts.ts';

/** One line of a run's journal, in the order in which the workflow asked. */
export type Entry =
  | { readonly kind: 'step'; readonly name: string; readonly attempt: Attempt }
  | { readonly kind: 'wait'; readonly name: string; readonly until: number; done?: { readonly data: Json | undefined } }
  | { readonly kind: 'sleep'; readonly name: ''; readonly until: number };

export interface Signal {
  readonly name: string;
  readonly id: string;
  readonly data: Json;
  taken: boolean;
}

/** What survives a crash. */
export interface RunRecord {
  readonly workflow: string;
  readonly key: string;
  readonly input: Json;
  readonly journal: (Entry | undefined)[];
  readonly signals: Signal[];
  status: 'running' | 'finished' | 'failed';
  error: string;
}

/** Asks that a workflow makes the same calls in the same order each time; the real engine gives up on one that does not. */
export function entryAt<K extends Entry['kind']>(
  record: RunRecord,
  place: number,
  kind: K,
  name: string,
): Extract<Entry, { kind: K }> | undefined {
  const entry = record.journal[place];
  if (!entry) return undefined;
  if (isOf(entry, kind) && entry.name === name) return entry;
  throw new Error(
    `${record.workflow}/${record.key} is not repeatable: its journal has ${entry.kind} "${entry.name}" where it now asks for ${kind} "${name}".`,
  );
}

const isOf = <K extends Entry['kind']>(entry: Entry, kind: K): entry is Extract<Entry, { kind: K }> => entry.kind === kind;
