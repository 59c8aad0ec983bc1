import type { Answer, EnablementRequest, Prerequisites } from '../enablement/request.ts';
import type { Asked, DomainState, Enablement, RunKey, StepStatus } from '../enablement/state.ts';
import type { StepName } from '../enablement/steps.ts';
import type { Secret } from '../secret.ts';

/** Somebody who acts: a Slack user id, or `Acrobits` for whoever holds the mailed link. */
export type Person = string;

/** The workspace where somebody acts: a Slack team id, or empty in what was asked before there were several. */
export type Team = string;

export type Requested =
  | { readonly outcome: 'created'; readonly id: string }
  | { readonly outcome: 'already asked'; readonly id: string }
  | { readonly outcome: 'running'; readonly id: string };

/**
 * Whom a reminder is for: those who answer for the run or may approve (in the card's thread), everybody in the card's channel, or
 * the channel where a deployment wants to hear of what nobody does.
 */
export type ReminderFor = 'responsible' | 'approvers' | 'room' | 'escalation';

export interface StepNote {
  readonly status: StepStatus;
  readonly detail?: string | undefined;
  readonly todo?: string | undefined;
  readonly asks?: Asked | undefined;
  /** Names this try of the step among all tries of its run. With it, the step's end is audited, once for each try and outcome. */
  readonly occasion?: string | undefined;
}

/**
 * The register of enablements: the truth that workflows, cards and pages read. Each method is one transaction, and where it
 * changes what a workflow waits for, the wake-up is written in the same transaction, so that neither exists without the other.
 */
export interface Register {
  /**
   * One live enablement a portal. `requestId` (a form's id) makes a double submission one request.
   * `room` is where the people who asked watch the run: a Slack channel, opaque here. `team` is their workspace: the run belongs to it.
   */
  request(request: EnablementRequest, by: Person, room: string, requestId: string, team?: Team): Promise<Requested>;
  get(id: string): Promise<Enablement | undefined>;
  /** Newest first. */
  list(filter?: { readonly status?: Enablement['status']; readonly team?: Team }): Promise<readonly Enablement[]>;
  /** False when it is not running any more. */
  correct(id: string, prerequisites: Prerequisites, by: Person): Promise<boolean>;
  cancel(id: string, by: Person): Promise<boolean>;
  /** From now on `by` answers for the run and for its domains that are not done, and what waits for that goes on. False when nothing asks for it. */
  takeOver(id: string, by: Person): Promise<boolean>;
  /** Adds domains; once the environment is enabled their workflows are started, before that the base workflow does it. */
  want(
    id: string,
    domains: readonly string[],
    by: Person,
  ): Promise<{ readonly added: readonly string[]; readonly already: readonly string[] }>;
  /** Wakes a run that waits: somebody asks it to try again. */
  nudge(run: RunKey, by: Person, why: string): Promise<void>;

  /** Steps as they happen. Writing the same note again changes nothing but the time. */
  note(run: RunKey, step: StepName, note: StepNote): Promise<void>;
  /** A reminder for a person, once for each key. */
  remind(enablement: string, key: string, text: string, whom?: ReminderFor): Promise<void>;

  /**
   * Acrobits' values as they came in through their page; the base workflow validates and stores them. True for one caller
   * until the page is reopened.
   */
  answer(id: string, answer: Answer, apiKey: Secret): Promise<boolean>;
  /** What Acrobits sent last, stored or not. */
  answered(id: string): Promise<Answer | undefined>;
  /** Makes the answer the environment's values and starts the workflows of the wanted domains. Repeats harmlessly. */
  enable(id: string, answer: Answer): Promise<void>;
  /** Another environment that already has this cloudId. */
  holderOfCloudId(cloudId: string, except: string): Promise<string | undefined>;
  settleDomain(
    id: string,
    domain: string,
    change: { readonly status?: DomainState['status']; readonly outcome?: DomainState['outcome'] },
  ): Promise<void>;
}

/** The part of the register that people work with, by commands, forms and buttons; everything else is the workflows' and the pages'. */
export type PeoplesRegister = Pick<Register, 'get' | 'list' | 'correct' | 'cancel' | 'takeOver' | 'want' | 'nudge'> & {
  request(request: EnablementRequest, by: Person, room: string, requestId: string): Promise<Requested>;
};
