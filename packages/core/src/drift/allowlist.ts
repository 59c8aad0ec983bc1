import { days } from '../duration.ts';
import type { Finding } from '../readiness/report.ts';

const OLDEST = days(90);

/** Addresses for a firewall change without notice: a list that nobody has compared with its source for long is a risk. */
export function agedAllowlist(target: string, readAt: Date, now: Date): Finding {
  const age = Math.floor((now.getTime() - readAt.getTime()) / days(1));
  const old = now.getTime() - readAt.getTime() > OLDEST;
  return {
    target,
    check: 'allowlist-age',
    title: 'The firewall list is fresh',
    severity: 'warning',
    owner: 'CSP',
    status: old ? 'failed' : 'passed',
    expected: 'addresses that were read from their source within 90 days',
    seen: `They were read ${age} days ago (${readAt.toISOString().slice(0, 10)}).`,
    fix: old
      ? 'Update this program, or compare the firewall list with its sources, which it names, and change the firewall if need be.'
      : '',
    at: now,
  };
}
