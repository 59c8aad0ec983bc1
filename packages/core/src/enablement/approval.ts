import type { Duration } from '../duration.ts';
import type { Person } from '../ports/register.ts';

/** Whether somebody else has to agree before something leaves. Off unless a deployment says otherwise. */
export interface ApprovalPolicy {
  /** Before Acrobits is contacted, and before they are told corrected values. */
  readonly contact: boolean;
  /** Before a domain is provisioned. */
  readonly domains: boolean;
  /** How many people have to agree, at least 1. */
  readonly quorum: number;
  /** An approval that was asked for or given longer ago is none. */
  readonly within: Duration;
}

export const NO_APPROVAL: ApprovalPolicy = { contact: false, domains: false, quorum: 1, within: 72 * 3_600_000 };

export interface Vote {
  readonly by: Person;
  readonly at: Date;
}

/** What was asked of the approvers about one run, and what they said. */
export interface Approval {
  /** `approved` is decided again, from the votes, in the step that sends. */
  readonly status: 'asked' | 'approved' | 'rejected';
  /** Of the plan that was shown: other values need another approval. */
  readonly fingerprint: string;
  readonly needed: number;
  readonly votes: readonly Vote[];
  readonly askedAt: Date;
  /** Counts until then. */
  readonly until: Date;
  /** The enablement's version when it was asked for: who approves many at once approves those that their card showed. */
  readonly askedVersion: number;
  readonly rejected?: (Vote & { readonly reason: string }) | undefined;
  /** An admin went past the approvers. */
  readonly glassBroken?: (Vote & { readonly reason: string }) | undefined;
}
