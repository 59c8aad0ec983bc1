import type { LoginKey } from '../ports/phone-logins.ts';
import type { Softphone } from './softphone.ts';

/** A proved log-in in memory. */
export interface Known {
  /** A tag of the password, good in this process alone. */
  readonly tag: string;
  readonly softphone: Softphone;
  readonly provedAt: number;
  readonly readAt: number;
  readonly version: number;
  /** Which stretch of hearing of changes it belongs to. */
  readonly stretch: number;
}

export const keyText = ({ cloudId, name }: LoginKey): string => `${cloudId} ${name}`;

/**
 * Log-ins that were proved, the latest used kept. While the ear towards the other replicas was off something may have been missed:
 * `deaf` marks everything for one look at the register.
 */
export function createKnownLogins(most: number) {
  const logins = new Map<string, Known>();
  const domains = new Map<string, string>();
  let stretch = 0;

  /** Thousands of users share a domain; its name is kept once. */
  const shared = (domain: string): string => {
    const known = domains.get(domain);
    if (known !== undefined) return known;
    if (domains.size > 10_000) domains.clear();
    domains.set(domain, domain);
    return domain;
  };

  return {
    get: (key: string): Known | undefined => logins.get(key),
    isCurrent: (known: Known): boolean => known.stretch === stretch,
    set(key: string, known: Omit<Known, 'stretch'>): void {
      logins.delete(key);
      const domain = shared(known.softphone.domain);
      // The same object as long as it is the same: whoever has answered with it once need not look closer.
      const softphone = known.softphone.domain === domain ? known.softphone : { ...known.softphone, domain };
      logins.set(key, { ...known, softphone, stretch });
      if (logins.size > most) for (const oldest of logins.keys()) return void logins.delete(oldest);
    },
    drop: (key: string): void => void logins.delete(key),
    deaf: (): void => {
      stretch += 1;
    },
  };
}
