import { findDomain, isReply, signedIn } from '../callers.ts';
import { showDomain } from '../domains.ts';

/** Every scope may read its own domain, by name or as `~`. What a foreign one gets is not published; here 403. */
export const getDomain = signedIn(({ state, params }, caller) => {
  const domain = findDomain(state, caller, String(params.domain));
  return isReply(domain) ? domain : { status: 200, body: showDomain(domain) };
});
