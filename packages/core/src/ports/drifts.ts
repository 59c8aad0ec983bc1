import type { Duration } from '../duration.ts';
import type { Finding, Report } from '../readiness/report.ts';
import type { SecretOwner } from '../secret-owner.ts';
import type { Person } from './register.ts';

/** What is looked at again and again: an enabled environment with its domains, or a check for Xima. */
export type Watched = { readonly enablement: string } | { readonly xima: string };

/** A time during which something that worked before did not. */
export interface Drift {
  readonly id: string;
  readonly owner: SecretOwner;
  readonly items: readonly Finding[];
  readonly openedAt: Date;
  readonly closedAt?: Date | undefined;
}

/**
 * The register of what is watched after go-live. Each method is one transaction, with its entry in the audit and what its card shows.
 */
export interface Drifts {
  /**
   * What is due, each claimed for `lease`, so that two programs do not look at the same; whoever dies while looking leaves it to the
   * next after that. What is enabled since the last time is due `within` from now at most, by chance.
   */
  due(lease: Duration, within: Duration): Promise<readonly Watched[]>;
  /**
   * What a look has found: a drift opens, changes or closes, never two at a time for one thing. Says whether one is open now.
   * Repeats harmlessly.
   */
  found(watched: Watched, report: Report): Promise<boolean>;
  /** It is looked at again at `when`. */
  next(watched: Watched, when: Date): Promise<void>;
  /** It is not there any more: nobody looks again, and its card closes. */
  forget(watched: Watched): Promise<void>;
  /** Somebody wants it looked at now. False when it is not watched. */
  now(watched: Watched, by: Person): Promise<boolean>;
  get(id: string): Promise<Drift | undefined>;
}
