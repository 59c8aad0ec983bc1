import { getDomain } from './get-domain.ts';

/** A path of its own in the contract, and the same answer as for `{domain}` = `~`. A key without a user has a domain all the same. */
export const getMyDomain: typeof getDomain = (call) => getDomain({ ...call, params: { ...call.params, domain: '~' } });
