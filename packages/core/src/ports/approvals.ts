import type { Approval, ApprovalPolicy, Ballot, Said } from '../enablement/approval.ts';
import type { RunKey } from '../enablement/state.ts';
import type { Person } from './register.ts';

/** What approvers are asked and say. Each method is one transaction, wakes the runs that wait for it, and is audited. */
export interface Approvals {
  /** Asks about exactly these values. Already asked about them, it gives what was said; about others, what was said is void. */
  ask(run: RunKey, fingerprint: string, policy: Pick<ApprovalPolicy, 'quorum' | 'within'>): Promise<Approval>;
  /** Of several people who click at once each is counted, and one of them settles it. */
  say(run: RunKey, fingerprint: string, said: Said): Promise<Ballot>;
  /** Says yes to all domains that a card showed, of which the last was asked for at this version, if nothing about them has changed since. */
  approveShown(
    enablement: string,
    version: number,
    by: Person,
  ): Promise<readonly { readonly domain: string; readonly ballot: Ballot }[]>;
  /** The word of somebody who may not say it any more does not count. */
  discount(run: RunKey, person: Person, why: string): Promise<void>;
  /** What was rejected or has expired is asked again. False when there is nothing to ask. */
  askAgain(run: RunKey, by: Person): Promise<boolean>;
}
