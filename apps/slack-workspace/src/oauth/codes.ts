import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** What somebody agreed to on the page of consent. */
export interface Consent {
  readonly team: string;
  readonly user: string;
  readonly scopes: readonly string[];
}

export type CodeUse = { ok: true; consent: Consent } | { ok: false; error: 'invalid_code' | 'code_already_used' };

/** How long a code can be exchanged (docs.slack.dev, installing with OAuth). */
const lifetime = 10 * 60_000;

export interface Codes {
  issue(consent: Consent): string;
  /** Exchanges the code, once. */
  use(code: string): CodeUse;
  reset(): void;
}

export function createCodes(clock: Clock): Codes {
  const issued = new Map<string, { consent: Consent; until: number; used: boolean }>();
  return {
    issue(consent) {
      const code = `${clock.now()}.${randomBytes(24).toString('hex')}`;
      issued.set(code, { consent, until: clock.now() + lifetime, used: false });
      return code;
    },
    use(code) {
      const known = issued.get(code);
      if (known === undefined || clock.now() > known.until) return { ok: false, error: 'invalid_code' };
      if (known.used) return { ok: false, error: 'code_already_used' };
      known.used = true;
      return { ok: true, consent: known.consent };
    },
    reset: () => issued.clear(),
  };
}
