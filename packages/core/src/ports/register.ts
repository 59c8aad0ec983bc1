import type { Plan } from '../enablement/plan.ts';
import type { Answer, EnablementRequest, Prerequisites } from '../enablement/request.ts';
import type { Asked, DomainState, Enablement, RunKey, StepStatus } from '../enablement/state.ts';
import type { StepName } from '../enablement/steps.ts';
import type { Secret } from '../secret.ts';

/**
 * Which runs are meant. `words`: those that are called so (CSP, portal, cloudId, domain), else those with the words in a name.
 * `stuck`: something in them has a problem. `open`: something in them is not done.
 */
export interface Search {
  readonly words?: string | undefined;
  readonly team?: Team | undefined;
  readonly status?: readonly Enablement['status'][] | undefined;
  readonly stuck?: boolean | undefined;
  readonly open?: boolean | undefined;
  /** Runs that this person asked for or answers for. */
  readonly of?: Person | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
}

/** `taken`: another live enablement has this portal or this cloudId. */
export type Corrected = 'corrected' | 'too late' | 'taken';

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
  /** With `domain`, as if it had this one alone: the run of a domain needs no more, and an environment may have thousands. */
  get(id: string, domain?: string): Promise<Enablement | undefined>;
  /** Newest first. */
  list(filter?: { readonly status?: Enablement['status']; readonly team?: Team }): Promise<readonly Enablement[]>;
  /** A page of the runs that are meant, newest first, and how many there are in all. */
  find(search: Search): Promise<{ readonly runs: readonly Enablement[]; readonly total: number }>;
  /** What the CSPs of these enablements, or of all, are called. */
  companies(ids?: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** At any time before it is cancelled. What Acrobits was told stays what they were told, until a letter corrects it. */
  correct(id: string, prerequisites: Prerequisites, by: Person): Promise<Corrected>;
  /** Corrects what Acrobits returned, and lets what failed because of it go on. */
  correctAnswer(id: string, answer: Answer, by: Person): Promise<Corrected>;
  /** Ends a run that is not enabled yet. */
  cancel(id: string, by: Person): Promise<boolean>;
  /** Ends what is not done of these domains; they can be wanted again. Gives those that were ended. */
  skip(id: string, domains: readonly string[], by: Person): Promise<readonly string[]>;
  /** Nobody is reminded before `until`. */
  snooze(id: string, until: Date, by: Person): Promise<boolean>;
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
  /** What will leave and to whom, for everybody to see before it leaves. */
  plan(run: RunKey, plan: Plan): Promise<void>;
  /** Domains of this portal that an earlier enablement provisioned. */
  provisionedEarlier(portalUrl: string, except: string): Promise<readonly string[]>;
  /** Noted just before Acrobits is told: these values, unless they were told something before. False when they are not the values any more. */
  tell(id: string, values: Prerequisites): Promise<boolean>;
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
  /** Another environment that already has this cloudId: its company, and the workspace to which it may be told. */
  holderOfCloudId(cloudId: string, except: string): Promise<{ readonly company: string; readonly team: Team } | undefined>;
  /** How many domains Acrobits has taken whose subscriptions nobody has seen yet, and when those of one were last seen. */
  subscriptionsUnderWay(id: string): Promise<{ readonly waiting: number; readonly lastSeen?: Date | undefined }>;
  settleDomain(
    id: string,
    domain: string,
    change: { readonly status?: DomainState['status']; readonly outcome?: DomainState['outcome'] },
  ): Promise<void>;
}

/** The part of the register that people work with, by commands, forms and buttons; everything else is the workflows' and the pages'. */
export type PeoplesRegister = Pick<
  Register,
  | 'get'
  | 'list'
  | 'find'
  | 'companies'
  | 'answered'
  | 'correct'
  | 'correctAnswer'
  | 'cancel'
  | 'skip'
  | 'snooze'
  | 'takeOver'
  | 'want'
  | 'nudge'
> & {
  request(request: EnablementRequest, by: Person, room: string, requestId: string): Promise<Requested>;
};
