import type { Reply } from '@enablement/mock-kit';
import { failed } from '../answers.ts';
import { ofDomain } from '../groups.ts';
import type { Place } from '../places.ts';
import type { Domain, State } from '../state.ts';
import { sizeOf } from '../tables.ts';

/** What a domain has room for, by the names of its limits (the misspelt one is the platform's). */
const LIMITS = {
  users: ['limits-max-users', 'limits-max-subcriber-resources-total'],
  sites: ['limits-max-sites'],
} as const;

/** Whether a domain has as many as it may; `0` and `-1` stand for no limit in published samples. What is on its way is not counted. */
export const isFull = ({ tables }: Pick<State, 'tables'>, domain: Domain, of: keyof typeof LIMITS): boolean =>
  LIMITS[of].some((limit) => {
    const most = Number(domain[limit] ?? 0);
    return most > 0 && sizeOf(tables[of], ofDomain(domain.domain)) >= most;
  });

/** The refusal of one more. Text inferred. */
export function checkRoom({ state, domain }: Place, of: keyof typeof LIMITS): Reply | undefined {
  const { limits } = state.switches;
  if (limits === 'taken' || domain === undefined || !isFull(state, domain, of)) return undefined;
  return failed(Number(limits), `Maximum number of ${of} reached for domain ${domain.domain}`);
}
