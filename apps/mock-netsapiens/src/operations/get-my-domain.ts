import { getDomain } from './get-domain.ts';

/** A path of its own in the contract, and the same answer as for `{domain}` = `~`. */
export const getMyDomain: typeof getDomain = (call) => getDomain({ ...call, params: { domain: '~' } });
