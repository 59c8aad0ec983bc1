import type { CustomerFile } from '../customer/file.ts';
import type { Action } from '../customer/plan.ts';
import type { ResourceId } from '../customer/resource.ts';
import type { Person } from './register.ts';

/** A plan that somebody wants applied. */
export interface CustomerOrder {
  readonly file: CustomerFile;
  readonly allowDelete: boolean;
  /** Hash of `planBasis` at the time of the plan. */
  readonly fingerprint: string;
  /** `https://host[:port]` of the platform; its credential is the applying program's business. */
  readonly portalUrl: string;
  readonly by: Person;
}

/** `not applied`: nothing was done, `said` tells why. `partly applied`: something failed, and what depends on it was skipped. */
export type CustomerRunStatus = 'applying' | 'applied' | 'partly applied' | 'not applied';

export type ActionStatus = 'ahead' | 'done' | 'failed' | 'skipped';

export interface ActionState {
  /** Its place in the plan, from 0. */
  readonly place: number;
  readonly action: Action;
  readonly status: ActionStatus;
  /** What came of it, or why it failed. */
  readonly detail?: string | undefined;
  readonly todo?: string | undefined;
}

export interface CustomerRun extends CustomerOrder {
  readonly id: string;
  readonly status: CustomerRunStatus;
  readonly begunAt: Date;
  readonly endedAt?: Date | undefined;
  /** One or more sentences once it has ended. */
  readonly said?: string | undefined;
  /** How many of its actions are where. */
  readonly counts: Readonly<Record<ActionStatus, number>>;
}

export type Begun =
  /** `again`: the same plan is being applied already, by this order or an earlier process of it, and goes on. */
  | { readonly outcome: 'begun' | 'again'; readonly id: string }
  | { readonly outcome: 'busy'; readonly id: string; readonly by: Person; readonly since: Date };

/** The ledger of plans that are applied: one at a time for each domain of a platform. Every method may be called twice. */
export interface CustomerRuns {
  begin(order: CustomerOrder): Promise<Begun>;
  get(id: string): Promise<CustomerRun | undefined>;
  /** The newest first. */
  list(most: number): Promise<readonly CustomerRun[]>;
  /** Writes down what is to be done, the first time. */
  intend(id: string, actions: readonly Action[]): Promise<void>;
  action(id: string, place: number): Promise<ActionState>;
  /** In order; all, or those in one of these states. */
  actions(id: string, statuses?: readonly ActionStatus[]): Promise<readonly ActionState[]>;
  /** Which of these things were to be created here and are not there. */
  lacking(id: string, ids: readonly ResourceId[]): Promise<readonly ResourceId[]>;
  settle(id: string, place: number, state: Pick<ActionState, 'status' | 'detail' | 'todo'>): Promise<void>;
  end(id: string, status: Exclude<CustomerRunStatus, 'applying'>, said: string): Promise<void>;
}
