import type { Approval } from './approval.ts';
import type { SentLetter } from './letters.ts';
import type { Plan } from './plan.ts';
import type { Answer, Prerequisites } from './request.ts';
import type { StepName } from './steps.ts';

/** `waiting`: for somebody outside. `problem`: a person must act; `todo` says how. */
export type StepStatus = 'ahead' | 'running' | 'waiting' | 'problem' | 'done';

/** What a problem asks of people beyond trying again: that somebody else answers for it, or that approvers are asked once more. */
export type Asked = 'take over' | 'approval';

export interface StepState {
  readonly name: StepName;
  readonly status: StepStatus;
  /** What came out, what is wrong, or who is waited for. Never a secret. */
  readonly detail?: string | undefined;
  readonly todo?: string | undefined;
  readonly asks?: Asked | undefined;
  readonly since: Date;
}

export interface DomainState {
  readonly domain: string;
  /** Who ordered it, or took it over: who must still have the right when it is provisioned. */
  readonly wantedBy: string;
  readonly status: 'wanted' | 'running' | 'synchronized' | 'cancelled';
  /** 1, and one more each time that it is provisioned again with a new password. */
  readonly round: number;
  /** 201 is `created`, 200 is `already existed`. */
  readonly outcome?: 'created' | 'already existed' | undefined;
  readonly officeManagerLogin?: string | undefined;
  readonly passwordFingerprint?: string | undefined;
  /** What Acrobits will be told about it, once its credentials are proved. */
  readonly plan?: Plan | undefined;
  /** What approvers were asked about it, where the policy wants that. */
  readonly approval?: Approval | undefined;
  readonly steps: readonly StepState[];
}

export type EnablementStatus = 'running' | 'enabled' | 'cancelled';

/** One NetSapiens environment on its way to Acrobits: all that a card or a page shows. Holds no secret, only fingerprints. */
export interface Enablement {
  readonly id: string;
  readonly status: EnablementStatus;
  readonly prerequisites: Prerequisites;
  /** The workspace where it was asked for; nobody of another one sees it. */
  readonly team: string;
  readonly requestedBy: string;
  /** Who answers for the run: who asked for it, or who took it over. */
  readonly responsible: string;
  readonly requestedAt: Date;
  /** Who changed the values last, unless it was who asked. */
  readonly valuesBy?: string | undefined;
  readonly answer?: Answer | undefined;
  readonly clientSecretFingerprint?: string | undefined;
  readonly apiKeyFingerprint?: string | undefined;
  readonly revealedAt?: Date | undefined;
  /** What Acrobits will be told, from the first step on. */
  readonly plan?: Plan | undefined;
  /** What approvers were asked about it, where the policy wants that. */
  readonly approval?: Approval | undefined;
  /** What Acrobits was told, and when; other values than the present ones ask for a letter that corrects them. */
  readonly told?: { readonly values: Prerequisites; readonly at: Date } | undefined;
  /** Nobody is reminded until then. */
  readonly snoozed?: { readonly until: Date; readonly by: string } | undefined;
  /** Oldest first. */
  readonly letters: readonly SentLetter[];
  readonly steps: readonly StepState[];
  readonly domains: readonly DomainState[];
  /** Grows with each change. */
  readonly version: number;
}

/** The key of a run: an enablement's id, or `<id>/<domain>` for the messaging synchronization of one domain. */
export type RunKey = string;

/** The engine's key of a run: a domain that is provisioned again is a run of its own there, and the same to everybody else. */
export const engineKey = (run: RunKey, round: number): string => (round === 1 ? run : `${run}/${round}`);

export const domainRun = (enablement: string, domain: string): RunKey => `${enablement}/${domain}`;

export function stepOf(steps: readonly StepState[], name: StepName): StepState | undefined {
  return steps.find((step) => step.name === name);
}
