import type { Approval } from './approval.ts';
import { domainRun, type Enablement, type RunKey, type StepState } from './state.ts';
import { BASE, DOMAIN, type StepName } from './steps.ts';

/** Somebody who is waited for, for what, and since when. */
export interface Wait {
  readonly run: RunKey;
  readonly domain?: string | undefined;
  readonly whom: 'Acrobits' | 'approvers' | 'operators';
  readonly step: StepName;
  readonly since: Date;
  /** What there is to do, when it is not the step itself. */
  readonly todo?: string | undefined;
}

/** Everybody who is waited for in an enablement, the longest wait first. */
export function waitsOf({ id, status, steps, domains }: Enablement): readonly Wait[] {
  if (status === 'cancelled') return [];
  const waits = [
    ...ofRun(id, undefined, steps),
    ...domains
      .filter((domain) => domain.status === 'wanted' || domain.status === 'running')
      .flatMap(({ domain, steps }) => ofRun(domainRun(id, domain), domain, steps)),
  ];
  return waits.toSorted((a, b) => a.since.getTime() - b.since.getTime());
}

function ofRun(run: RunKey, domain: string | undefined, steps: readonly StepState[]): readonly Wait[] {
  return steps
    .filter(({ status }) => status === 'waiting' || status === 'problem')
    .map(({ name, status, since, todo }) => ({ run, domain, whom: waitedFor(name, status), step: name, since, todo }));
}

function waitedFor(step: StepName, status: StepState['status']): Wait['whom'] {
  if (status === 'problem') return 'operators';
  if (step === BASE.answered) return 'Acrobits';
  return step === BASE.approved || step === DOMAIN.approved ? 'approvers' : 'operators';
}

/** A card shows so many domains to approve at once; the next ones come when these are settled. */
const MOST_TO_APPROVE = 50;

/**
 * The domains that a card shows as asked for, in the order in which approvers were asked: what one click approves. Each question grows
 * the version, so the version of the last one shown tells all of them from those that came later.
 */
export const askedFor = ({
  domains,
}: Pick<Enablement, 'domains'>): readonly (Enablement['domains'][number] & { readonly approval: Approval })[] =>
  domains
    .flatMap((domain) =>
      domain.approval?.status === 'asked' && domain.status !== 'cancelled' ? [{ ...domain, approval: domain.approval }] : [],
    )
    .toSorted((a, b) => a.approval.askedVersion - b.approval.askedVersion)
    .slice(0, MOST_TO_APPROVE);

/** Acrobits was told other values than those of now. */
export const correctionDue = ({ status, told, prerequisites }: Pick<Enablement, 'status' | 'told' | 'prerequisites'>): boolean =>
  status !== 'cancelled' && told !== undefined && JSON.stringify(sorted(told.values)) !== JSON.stringify(sorted(prerequisites));

const sorted = (values: object) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .toSorted();
