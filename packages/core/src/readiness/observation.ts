import type { Look } from '../ports/probes.ts';

/** What a look saw, or why nothing was seen. What was not seen makes a check "unknown", and never "passed". */
export type Observation<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };

/** All that was seen of one target: one member a look. */
export type Observed<Seen> = { readonly [K in keyof Seen]: Observation<Seen[K]> };

/** A look at one thing; `Unseen`, `Refused` and `Unreachable` say why nothing was seen. */
export type Looking<Seen, T> = (at: Vantage<Seen>) => Promise<T>;
export type Looks<Seen> = { readonly [K in keyof Seen]: Looking<Seen, Seen[K]> };

/** From where a look looks. */
export interface Vantage<Seen> extends Look {
  /** What another look saw. Looks run at the same time and once each; this waits for that one alone. Looks must not wait in a circle. */
  other<K extends keyof Seen>(look: K): Promise<Observation<Seen[K]>>;
  /** The same where nothing can be seen without it; throws `Unseen` with its reason. */
  need<K extends keyof Seen>(look: K): Promise<Seen[K]>;
}

/** There is no sense in looking: the rest of a report says why. */
export class Unseen extends Error {
  override readonly name = 'Unseen';
}
