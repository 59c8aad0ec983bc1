import type { DomainState, Enablement, StepState } from './state.ts';
import { stepOf } from './state.ts';
import { baseStepsOf, DOMAIN, DOMAIN_STEPS, type StepName } from './steps.ts';
import { waitsOf } from './waits.ts';

/**
 * What anybody is shown of a run: the card in Slack, the list, the Home tab and the page say the same, since all of them ask here.
 * Texts are plain: who shows them escapes them.
 */

/** Nobody waits for anything in a cancelled run, and nothing in it will be mended: what is done stays, the rest is not to come. */
export function asShown(enablement: Enablement): Enablement {
  if (enablement.status !== 'cancelled') return enablement;
  return {
    ...enablement,
    steps: enablement.steps.filter(({ status }) => status === 'done'),
    domains: enablement.domains.map((domain) => ({ ...domain, status: 'cancelled' })),
  };
}

/** The state of the whole run in a few words. */
export function headline({ status, steps, domains, answer }: Enablement): string {
  if (status === 'cancelled') return 'Cancelled';
  if (status === 'running') {
    const base = baseHold(steps);
    if (base?.status === 'problem') return `Needs attention: ${base.name}`;
    return base ? `Waiting for ${base.detail}` : 'Under way';
  }
  const open = domains.filter(isOpenDomain);
  const enabled = `Enabled under cloudId ${answer?.cloudId}`;
  if (open.length === 0) return domains.length === 0 ? enabled : `${enabled}, ${count(domains.length, 'domain')} synchronized`;
  const all = [...steps, ...domains.flatMap((domain) => domain.steps)];
  const troubled = all.some((step) => step.status === 'problem') ? ', one needs attention' : '';
  return `${enabled}, ${count(open.length, 'domain')} of ${domains.length} still open${troubled}`;
}

const baseHold = (steps: readonly StepState[]): StepState | undefined =>
  steps.find((step) => step.status === 'problem') ?? steps.find((step) => step.status === 'waiting');

/**
 * The clock beside the headline: since when the run is as it is, and, where the headline does not say it, who is waited for. Of
 * several the one who lets it wait longest.
 */
export function clockOf(enablement: Enablement): { readonly words: string; readonly since: Date } {
  if (enablement.status === 'running') return { words: 'since', since: heldSince(enablement) };
  const waits = waitsOf(enablement).filter(({ whom, todo }) => whom !== 'operators' || todo === undefined);
  const [longest] = waits;
  if (longest === undefined) return { words: 'since', since: heldSince(enablement) };
  const alike = waits.filter(({ whom }) => whom === longest.whom);
  const domains = alike.length === 1 ? (alike[0]?.domain ?? 'the domain') : count(alike.length, 'domain');
  const whom = longest.whom === 'operators' ? `whoever manages ${domains}` : longest.whom;
  return { words: `waiting for ${whom} since`, since: longest.since };
}

/** Since when the run is as it is. */
export function heldSince(enablement: Enablement): Date {
  const hold = enablement.status === 'running' ? baseHold(enablement.steps)?.since : waitsOf(enablement)[0]?.since;
  const last = enablement.steps.reduce<Date | undefined>((at, { since }) => (at && at > since ? at : since), undefined);
  return hold ?? last ?? enablement.requestedAt;
}

export type StepShown = Pick<StepState, 'name' | 'status'> & Partial<StepState>;

/** The steps of base enablement, in order, those ahead too. */
export const showSteps = ({ steps }: Enablement): readonly StepShown[] =>
  baseStepsOf(steps).map((name) => steps.find((step) => step.name === name) ?? { name, status: 'ahead' });

export interface Trouble {
  readonly domain?: string | undefined;
  readonly step: StepName;
  readonly problem: string;
  readonly todo: string;
  readonly since: Date;
}

/** What a person must act on, the longest-standing first. */
export function troubles({ status, steps, domains }: Enablement): readonly Trouble[] {
  if (status === 'cancelled') return [];
  const of = (list: readonly StepState[], domain?: string) =>
    list
      .filter((step) => step.status === 'problem')
      .map(({ name, detail = '', todo = '', since }) => ({ domain, step: name, problem: detail, todo, since }));
  return oldest([...of(steps), ...domains.filter(isOpenDomain).flatMap((domain) => of(domain.steps, domain.domain))]);
}

const oldest = <T extends { readonly since: Date }>(list: readonly T[]): readonly T[] =>
  list.toSorted((one, other) => one.since.getTime() - other.since.getTime());

/** The worst first: the order in which people want to see domains. */
export const DOMAIN_GLANCES = [
  'failed',
  'waiting',
  'working',
  'ahead',
  'skipped',
  'cancelled',
  'already existed',
  'created',
] as const;
export type DomainGlance = (typeof DOMAIN_GLANCES)[number];

export interface DomainShown {
  readonly domain: string;
  readonly glance: DomainGlance;
  readonly words: string;
  readonly since?: Date | undefined;
  readonly trouble?: { readonly problem: string; readonly todo: string } | undefined;
}

/** One row of the table of domains. A domain that ended while its run goes on was skipped by somebody. */
function showDomain(domain: DomainState, run: Enablement['status']): DomainShown {
  const name = { domain: domain.domain };
  const last = domain.steps.at(-1)?.since;
  if (domain.status === 'synchronized')
    return {
      ...name,
      glance: domain.outcome === 'already existed' ? 'already existed' : 'created',
      words: `${outcome(domain)}, both subscriptions seen, password destroyed`,
      since: last,
    };
  if (domain.status === 'cancelled') {
    if (run === 'cancelled') return { ...name, glance: 'cancelled', words: 'cancelled' };
    const known = domain.outcome === undefined ? '' : '; Acrobits has it, and keeps it until they are told';
    return { ...name, glance: 'skipped', words: `skipped${known}`, since: last };
  }
  const step = currentStep(domain);
  if (step === undefined) return { ...name, glance: 'ahead', words: 'starts when Acrobits’ values are stored' };
  const problem = domain.steps.find(({ status }) => status === 'problem');
  const trouble = problem && { problem: problem.detail ?? '', todo: problem.todo ?? '' };
  const { since } = step;
  if (step.status === 'waiting')
    return {
      ...name,
      glance: trouble ? 'failed' : 'waiting',
      words: 'waiting for Office Manager credentials',
      since,
      trouble,
    };
  const said = step.status === 'problem' || step.detail === undefined ? '' : `: ${step.detail}`;
  return { ...name, glance: trouble ? 'failed' : 'working', words: `${step.name}${said}`, since, trouble };
}

/** All domains, the worst first, those alike in the order in which they were asked for. */
export const showDomains = ({ domains, status }: Pick<Enablement, 'domains' | 'status'>): readonly DomainShown[] =>
  domains
    .map((domain) => showDomain(domain, status))
    .toSorted((one, other) => DOMAIN_GLANCES.indexOf(one.glance) - DOMAIN_GLANCES.indexOf(other.glance));

const TALLIED: Readonly<Record<DomainGlance, string>> = {
  failed: 'need attention',
  waiting: 'waiting',
  working: 'under way',
  ahead: 'ahead',
  skipped: 'skipped',
  cancelled: 'cancelled',
  'already existed': 'already existed (200)',
  created: 'created (201)',
};

/** `1,000 domains: 3 need attention · 12 waiting · 985 created (201)` */
export function tally(shown: readonly DomainShown[]): string {
  const parts = DOMAIN_GLANCES.flatMap((glance) => {
    const n = shown.filter((one) => one.glance === glance).length;
    return n === 0 ? [] : [`${number(n)} ${TALLIED[glance]}`];
  });
  return `${count(shown.length, 'domain')}: ${parts.join(' · ')}`;
}

/** The step that is being worked on: a wait for credentials first, since it comes again after a failure; else the furthest one. */
export function currentStep(domain: DomainState): StepState | undefined {
  const credentials = stepOf(domain.steps, DOMAIN.credentials);
  if (credentials?.status === 'waiting') return credentials;
  return (
    DOMAIN_STEPS.map((name) => stepOf(domain.steps, name)).find((step) => step !== undefined && step.status !== 'done') ??
    domain.steps.at(-1)
  );
}

/** A 200 to a new password says that the domain is there; whether Acrobits took the password is documented nowhere. */
function outcome({ outcome, round }: DomainState): string {
  if (outcome !== 'already existed') return 'created (201)';
  return round > 1
    ? 'provisioned again (200, which does not prove that Acrobits took the new password)'
    : 'already existed (200)';
}

const isOpenDomain = ({ status }: DomainState): boolean => status === 'wanted' || status === 'running';

const number = (n: number): string => n.toLocaleString('en-US');
const count = (n: number, what: string): string => `${number(n)} ${what}${n === 1 ? '' : 's'}`;
