import { type Duration, days } from '../duration.ts';
import type { Person, ReminderFor } from '../ports/register.ts';
import type { Enablement, RunKey } from './state.ts';

/** Whether somebody else has to agree before something leaves. Off unless a deployment says otherwise. */
export interface ApprovalPolicy {
  /** Before Acrobits is contacted, and before they are told corrected values. */
  readonly contact: boolean;
  /** Before a domain is provisioned. */
  readonly domains: boolean;
  /** How many people have to agree, at least 1. */
  readonly quorum: number;
  /** An approval that was asked for longer ago is none. */
  readonly within: Duration;
}

export const NO_APPROVAL: ApprovalPolicy = { contact: false, domains: false, quorum: 1, within: days(3) };

export interface Vote {
  readonly by: Person;
  readonly at: Date;
}

export interface Reasoned extends Vote {
  readonly reason: string;
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
  /** The enablement's version since it was asked for: who approves many at once approves those that their card showed. */
  readonly askedVersion: number;
  readonly rejected?: Reasoned | undefined;
  /** An admin went past the approvers. */
  readonly glassBroken?: Reasoned | undefined;
}

/**
 * What became of a click. `own`: whoever ordered, changed or answers for something does not approve it. `changed`: the values are
 * others by now. `settled`: it was approved or rejected before. `not asked`: nothing is to be approved.
 */
export type Ballot =
  | { readonly outcome: 'approved' | 'rejected' }
  | { readonly outcome: 'counted'; readonly missing: number }
  | { readonly outcome: 'own' | 'already yours' | 'settled' | 'changed' | 'expired' | 'not asked' };

export type Said =
  | { readonly says: 'yes'; readonly by: Person }
  | { readonly says: 'no' | 'break the glass'; readonly by: Person; readonly reason: string };

/** Whose word does not count: four eyes are two people. */
export function interestedIn(
  { requestedBy, responsible, valuesBy, domains }: Pick<Enablement, 'requestedBy' | 'responsible' | 'valuesBy' | 'domains'>,
  domain: string | undefined,
): readonly Person[] {
  const wantedBy = domains.find((known) => known.domain === domain)?.wantedBy;
  return [requestedBy, responsible, ...(valuesBy === undefined ? [] : [valuesBy]), ...(wantedBy === undefined ? [] : [wantedBy])];
}

/** Pure: the adapter reads under a lock, asks, and writes `next` in the same transaction. */
export function cast(
  approval: Approval | undefined,
  fingerprint: string,
  said: Said,
  interested: readonly Person[],
  now: Date,
): { readonly ballot: Ballot; readonly next?: Approval } {
  if (approval === undefined) return { ballot: { outcome: 'not asked' } };
  if (approval.fingerprint !== fingerprint) return { ballot: { outcome: 'changed' } };
  if (approval.status === 'approved') return { ballot: { outcome: 'settled' } };
  const vote = { by: said.by, at: now };
  // An emergency is not held up by what approvers said or did not say in time.
  if (said.says === 'break the glass')
    return {
      ballot: { outcome: 'approved' },
      next: { ...approval, status: 'approved', glassBroken: { ...vote, reason: said.reason } },
    };
  if (approval.status === 'rejected') return { ballot: { outcome: 'settled' } };
  if (approval.until <= now) return { ballot: { outcome: 'expired' } };
  if (said.says === 'no')
    return {
      ballot: { outcome: 'rejected' },
      next: { ...approval, status: 'rejected', rejected: { ...vote, reason: said.reason } },
    };
  if (interested.includes(said.by)) return { ballot: { outcome: 'own' } };
  if (approval.votes.some(({ by }) => by === said.by)) return { ballot: { outcome: 'already yours' } };
  const votes = [...approval.votes, vote];
  const missing = approval.needed - votes.length;
  return missing > 0
    ? { ballot: { outcome: 'counted', missing }, next: { ...approval, votes } }
    : { ballot: { outcome: 'approved' }, next: { ...approval, votes, status: 'approved' } };
}

/** Without the word of somebody who may not say it any more. */
export function without(approval: Approval, person: Person): Approval {
  const votes = approval.votes.filter(({ by }) => by !== person);
  const glassBroken = approval.glassBroken?.by === person ? undefined : approval.glassBroken;
  const status =
    approval.status === 'approved' && glassBroken === undefined && votes.length < approval.needed ? 'asked' : approval.status;
  return { ...approval, votes, glassBroken, status };
}

/** Something that people are told at once, once for each key. They stand in ‹ › in its text. */
export interface News {
  readonly key: string;
  readonly text: string;
  readonly whom: ReminderFor;
}

/** What approvers are told when they are asked. Fifty domains are one message: nothing is new while others of them wait already. */
export function newsOfAsking(
  { prerequisites: { cspCompany }, domains }: About,
  run: RunKey,
  fingerprint: string,
  now: Date,
): News | undefined {
  const [, domain] = run.split('/');
  if (domain !== undefined && domains.some(({ approval }) => approval?.status === 'asked')) return undefined;
  const what = domain === undefined ? `what Acrobits will be told about ${cspCompany}` : `the domains of ${cspCompany}`;
  const text = `Please look at ${what}: the card shows it, and waits for “Approve” or “Reject”.`;
  return { key: `${run}/asked/${fingerprint}/${now.getTime()}`, text, whom: 'approvers' };
}

/** A rejection is told to whoever answers for it, and everybody in the channel hears that an admin went past the approvers. */
export function newsOfSaying({ prerequisites: { cspCompany } }: About, run: RunKey, said: Said, now: Date): News | undefined {
  if (said.says === 'yes') return undefined;
  const [, domain] = run.split('/');
  const what =
    domain === undefined ? `what Acrobits is told about ${cspCompany}` : `the provisioning of ${domain} for ${cspCompany}`;
  const key = `${run}/${said.says}/${now.getTime()}`;
  return said.says === 'no'
    ? { key, whom: 'responsible', text: `‹${said.by}› rejected ${what}: “${said.reason}”` }
    : {
        key,
        whom: 'room',
        text: `‹${said.by}› went past the approvers, and ${what} leaves without approval. The reason given: “${said.reason}”`,
      };
}

type About = Pick<Enablement, 'prerequisites' | 'domains'>;
