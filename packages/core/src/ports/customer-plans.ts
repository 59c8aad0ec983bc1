import type { CustomerFile } from '../customer/file.ts';
import type { CustomerPlan } from '../customer/plan.ts';
import type { Approval, Ballot, Said } from '../enablement/approval.ts';
import type { Person, Team } from './register.ts';

/** Where a plan comes from: what was typed, or a file that the chat keeps. */
export type PlanSource = { readonly file: CustomerFile } | { readonly upload: string; readonly name: string };

/** `making`: the platform is being read. `unusable`: it cannot be applied, `said` tells why. `applying`: its run goes on, or has ended. */
export type KeptPlanStatus = 'making' | 'made' | 'unusable' | 'discarded' | 'applying';

/** A plan that a team looks at together before somebody applies it. */
export interface KeptPlan {
  readonly id: string;
  readonly team: Team;
  readonly room: string;
  readonly by: Person;
  readonly askedAt: Date;
  readonly portalUrl: string;
  readonly source: PlanSource;
  readonly status: KeptPlanStatus;
  readonly file?: CustomerFile | undefined;
  readonly plan?: CustomerPlan | undefined;
  readonly fingerprint?: string | undefined;
  readonly said?: string | undefined;
  /** What approvers said, where the policy wants them asked. */
  readonly approval?: Approval | undefined;
  /** The run in the ledger of what is applied. */
  readonly run?: string | undefined;
  /** Where its card stands. */
  readonly card?: {
    readonly ts?: string | undefined;
    readonly attempted?: Date | undefined;
    readonly shown?: string | undefined;
  };
}

export interface CustomerPlans {
  /** `key` (a form's id) makes a double submission one plan. */
  ask(plan: Pick<KeptPlan, 'team' | 'room' | 'by' | 'portalUrl' | 'source'>, key: string): Promise<string>;
  get(id: string): Promise<KeptPlan | undefined>;
  ofRun(run: string): Promise<KeptPlan | undefined>;
  /** Those whose cards may have something new to show, the oldest first. */
  open(): Promise<readonly KeptPlan[]>;
  /** The platform was read; where the policy wants it, approvers are asked about exactly this. */
  made(
    id: string,
    made: Required<Pick<KeptPlan, 'file' | 'plan' | 'fingerprint'>>,
    approval: Approval | undefined,
  ): Promise<void>;
  unusable(id: string, said: string): Promise<void>;
  /** False when it is not waiting for anybody any more. */
  discard(id: string, by: Person): Promise<boolean>;
  say(id: string, fingerprint: string, said: Said): Promise<Ballot>;
  applying(id: string, run: string): Promise<void>;
  attempt(id: string): Promise<void>;
  /** `shown` names what the card says. */
  shown(id: string, ts: string, shown: string): Promise<void>;
  /** The card, or its channel, is gone: it is posted anew. */
  move(id: string, room: string): Promise<void>;
  /** Nothing more will change on its card. */
  close(id: string): Promise<void>;
}
