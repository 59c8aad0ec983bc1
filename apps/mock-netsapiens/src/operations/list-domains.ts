import { signedInAs, visibleDomains } from '../callers.ts';
import { showDomain } from '../domains.ts';
import { page } from '../pages.ts';

/** An Office Manager gets 401 `Invalid Scope [APP001]` here, not 403 and not its one domain. */
export const listDomains = signedInAs('Reseller', ({ state, query }, caller) => ({
  status: 200,
  body: page(visibleDomains(state, caller), query).map(showDomain),
}));
