import { DOMAIN, DOMAIN_STEPS, type DomainState, type StepState, stepOf } from '@enablement/core';
import { MARK, moment, plain } from './words.ts';

/** A line or two for each domain: how far it is, 201 or 200, and what is wrong. */
export function domainLines(domains: readonly DomainState[]): readonly string[] {
  return domains.map((domain) => {
    const name = `\`${plain(domain.domain)}\``;
    if (domain.status === 'synchronized')
      return `${MARK.done} ${name}: ${outcome(domain)}, both subscriptions seen, password destroyed`;
    if (domain.status === 'cancelled') return `${MARK.ahead} ${name}: cancelled`;
    const step = current(domain);
    if (step === undefined) return `${MARK.ahead} ${name}: starts when Acrobits’ values are stored`;
    const problem = domain.steps.find((known) => known.status === 'problem');
    const trouble = problem ? `\n      ${MARK.problem} ${plain(problem.detail ?? '')}\n      → ${plain(problem.todo ?? '')}` : '';
    if (step.status === 'waiting')
      return `${MARK.waiting} ${name}: waiting for Office Manager credentials since ${moment(step.since)}${trouble}`;
    const said = step.status === 'problem' || step.detail === undefined ? '' : `: ${plain(step.detail)}`;
    return `${MARK[step.status]} ${name}: ${step.name}${said}${trouble}`;
  });
}

/** The step that is being worked on: a wait for credentials first, since it comes again after a failure; else the furthest one. */
export function current(domain: DomainState): StepState | undefined {
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
