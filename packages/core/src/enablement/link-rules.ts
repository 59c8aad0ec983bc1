import type { Acceptance, SecretLink } from '../ports/links.ts';
import type { Enablement } from './state.ts';

/** Wrong confirmation codes after which a link is dead: a guesser has 5 tries among a million codes. */
export const MOST_MISSES = 5;

/** What becomes of a secret that somebody submits. Pure: the adapter reads, asks, and writes in one transaction. */
export function decide(
  link: Pick<SecretLink, 'usedAt' | 'misses' | 'expires'> | undefined,
  codeFits: boolean,
  wanted: boolean,
  now: Date,
): { readonly outcome: 'accept' } | Exclude<Acceptance, { outcome: 'accepted' }> {
  if (link === undefined) return { outcome: 'unknown' };
  if (link.usedAt !== undefined) return { outcome: 'used' };
  if (link.misses >= MOST_MISSES) return { outcome: 'locked' };
  if (link.expires <= now) return { outcome: 'expired' };
  if (!wanted) return { outcome: 'not wanted' };
  if (!codeFits)
    return link.misses + 1 >= MOST_MISSES
      ? { outcome: 'locked' }
      : { outcome: 'wrong code', left: MOST_MISSES - link.misses - 1 };
  return { outcome: 'accept' };
}

/** Nobody waits for a secret of a cancelled run, or for the password of a domain that is done, unless it is to be renewed. */
export function stillWanted(
  enablement: Pick<Enablement, 'status' | 'domains'> | undefined,
  { owner, renewal }: Pick<SecretLink, 'owner' | 'renewal'>,
): boolean {
  if (enablement === undefined || 'xima' in owner || enablement.status === 'cancelled') return false;
  if (owner.domain === undefined) return true;
  const domain = enablement.domains.find((known) => known.domain === owner.domain);
  if (domain === undefined || domain.status === 'cancelled') return false;
  return domain.status !== 'synchronized' || renewal === true;
}

/** Whether the attempt counts against the link: a wrong code on a link that was alive. */
export function missed(decision: ReturnType<typeof decide>, linkMisses: number): boolean {
  return decision.outcome === 'wrong code' || (decision.outcome === 'locked' && linkMisses < MOST_MISSES);
}
