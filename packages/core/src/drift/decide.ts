import type { Finding } from '../readiness/report.ts';

/** What a look at something that worked before has found. */
export interface DriftSeen {
  /** What is wrong now and asks for somebody; empty when all is as it was. */
  readonly items: readonly Finding[];
  /** Warnings that were there from the first look on: they are known, and no news. */
  readonly accepted: readonly string[];
}

/** Told whenever it is seen: these only get worse with time. */
const ALWAYS_NEWS = /-certificate-end$|^subscriptions-|^allowlist-age$/;
/** Of the moment, and no drift. */
const PASSING = /-speed$/;

/**
 * What has drifted. Something that failed and cannot be told now counts as failed still: a card is closed by what was seen, not by
 * what was not. Pure.
 * @param before the open items, and what was accepted; `undefined` at the first look
 */
export function decideDrift(before: DriftSeen | undefined, findings: readonly Finding[]): DriftSeen {
  const failed = findings.filter(({ status, check }) => status === 'failed' && !PASSING.test(check));
  const mayWait = failed.filter(({ severity, check }) => severity === 'warning' && !ALWAYS_NEWS.test(check));
  const warnings = new Set(mayWait.map(keyOfFinding));
  const accepted = before === undefined ? [...warnings] : before.accepted.filter((key) => warnings.has(key));
  const known = new Set(accepted);
  const untold = new Set(findings.filter(({ status }) => status === 'unknown').map(keyOfFinding));
  const items = [
    ...failed.filter((finding) => !known.has(keyOfFinding(finding))),
    ...(before?.items ?? []).filter((item) => untold.has(keyOfFinding(item))),
  ];
  return { items, accepted };
}

const keyOfFinding = ({ target, check }: Pick<Finding, 'target' | 'check'>): string => `${target} ${check}`;
