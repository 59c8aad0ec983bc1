import type { Duration } from '../duration.ts';
import type { Person } from './register.ts';

/**
 * `running` also while nobody works on it, after a crash. `at canary`: the first domains are done, and a person is waited for.
 * `paused`: by a person, or by itself when everything failed; `said` tells why.
 */
export type RolloutStatus = 'running' | 'paused' | 'at canary' | 'finished' | 'cancelled';

/**
 * `provisioned`: Acrobits has taken it, and its subscriptions were not seen yet. `awaiting password`: a person must set or enter one.
 * `left alone`: there was nothing to do, or nothing could be done; `detail` says which.
 */
export type RolloutDomainStatus = 'ahead' | 'provisioned' | 'synchronized' | 'awaiting password' | 'failed' | 'left alone';

/** What a roll-out knows of a domain before it begins. No secret: a password is the name of an environment variable. */
export interface RolloutItem {
  readonly domain: string;
  /** The Office Manager's login name. */
  readonly login: string;
  readonly account: 'as given' | 'to be made';
  readonly passwordEnv?: string | undefined;
  readonly status: Extract<RolloutDomainStatus, 'ahead' | 'synchronized' | 'left alone'>;
  readonly detail?: string | undefined;
}

export interface RolloutOrder {
  /** Hash of the plan: the same plan is the same roll-out. */
  readonly fingerprint: string;
  readonly portalUrl: string;
  readonly cloudId: string;
  /** `host[:port]`. */
  readonly messagingHost: string;
  /** The environment in the register, when it was enabled there; pages for customers need it. */
  readonly enablement?: string | undefined;
  readonly by: Person;
  /** So many domains first, then a person is waited for; 0 for no canary. */
  readonly canary: number;
  readonly atOnce: number;
}

export interface Rollout extends RolloutOrder {
  readonly id: string;
  readonly status: RolloutStatus;
  readonly begunAt: Date;
  readonly endedAt?: Date | undefined;
  readonly said?: string | undefined;
  readonly canaryPassed: boolean;
  /** Grows with each time that a person lets it go on; the engine's run is `<id>/<stint>`. */
  readonly stint: number;
  readonly counts: Readonly<Record<RolloutDomainStatus, number>>;
}

export interface RolloutDomain extends Omit<RolloutItem, 'status'> {
  /** Its place in the plan, from 0. */
  readonly place: number;
  readonly status: RolloutDomainStatus;
  /** 201 is `created`, 200 is `already existed`. */
  readonly outcome?: 'created' | 'already existed' | undefined;
  /** How often it was tried and nobody answered. */
  readonly tries: number;
  readonly todo?: string | undefined;
  readonly settledAt?: Date | undefined;
}

/** What came of one try. */
export interface Settlement {
  readonly place: number;
  readonly domain: string;
  readonly status: RolloutDomainStatus;
  readonly outcome?: RolloutDomain['outcome'];
  readonly detail?: string | undefined;
  readonly todo?: string | undefined;
  readonly tries: number;
  /** Not before this, when it is still ahead. */
  readonly due?: Date | undefined;
}

export type RolloutBegun =
  /** `again`: this plan's roll-out is there already and goes on. */
  { readonly outcome: 'begun' | 'again'; readonly id: string } | { readonly outcome: 'busy'; readonly other: Rollout };

export type Turn = 'pause' | 'resume' | 'continue' | 'retry' | 'cancel';

export type Turned =
  | { readonly outcome: 'turned'; readonly rollout: Rollout }
  | { readonly outcome: 'not now'; readonly status: RolloutStatus }
  | { readonly outcome: 'busy'; readonly other: Rollout };

/**
 * The ledger of roll-outs: one at a time for each environment, one row a domain. It is the journal of what is done, so that the
 * engine keeps none of it. Every method may be called twice.
 */
export interface Rollouts {
  begin(order: RolloutOrder, items: readonly RolloutItem[]): Promise<RolloutBegun>;
  get(id: string): Promise<Rollout | undefined>;
  /** The newest first. */
  list(most: number): Promise<readonly Rollout[]>;
  /** Domains that may be tried now, in order; with a canary that has not passed, those of the canary. */
  due(id: string, most: number, now: Date): Promise<readonly RolloutDomain[]>;
  /** When the next one is due, `undefined` when none is ahead. */
  nextDue(id: string): Promise<Date | undefined>;
  /** Writes down several at once, and tells whether the roll-out still runs, and in which stint. */
  settle(id: string, settlements: readonly Settlement[]): Promise<Pick<Rollout, 'status' | 'stint'>>;
  /** In order; all, or those in one of these states. */
  domains(id: string, statuses?: readonly RolloutDomainStatus[]): Promise<readonly RolloutDomain[]>;
  /** Takes over what the environment's own workflows have done with domains that waited for a password. */
  follow(id: string): Promise<void>;
  /**
   * `retry` also puts failed domains back, and those that await a password when `passwords` says so; a name in `passwordEnv` is from then on
   * where their password stands.
   */
  turn(
    id: string,
    turn: Turn,
    by: Person,
    more?: { readonly passwords?: boolean; readonly passwordEnv?: string | undefined },
  ): Promise<Turned>;
  /** A stint that failed by a bug of ours is begun afresh. */
  newStint(id: string): Promise<void>;
  /** Ends a stint; nothing when the roll-out does not run any more. */
  end(id: string, status: 'paused' | 'at canary' | 'finished', said: string): Promise<void>;
}

/** Turns at a messaging host, shared by all programs that work with the same database. */
export interface HostTurns {
  /** As many of `most` as are free now, perhaps none. Given back by `release`, or when the process dies. */
  claim(host: string, most: number): Promise<{ readonly count: number; release(): Promise<void> }>;
}

/** How long people and programs wait. */
export interface RolloutPatience {
  /** How long to watch for subscriptions while not one more is seen. */
  readonly watch: Duration;
}
