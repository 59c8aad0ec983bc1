import { type Clock, days, type RunPages } from '@enablement/core';
import type { SecretsKey } from './secrets-key.ts';
import { createSignedPages } from './signed-pages.ts';

/** Long enough for a colleague to read it tomorrow, short enough for an address that wanders about. */
const OPEN = days(3);

export function createRunPages({ key, clock }: { readonly key: SecretsKey; readonly clock: Clock }): RunPages {
  const pages = createSignedPages({ key, clock, purpose: 'run page', open: OPEN });
  return {
    issue: (enablement) => pages.issue(enablement),
    read(token) {
      const page = pages.read(token);
      return page && { enablement: page.subject, expires: page.expires, expired: page.expired };
    },
  };
}
