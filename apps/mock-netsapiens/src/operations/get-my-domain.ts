import { ofMe } from '../places.ts';
import { getDomain } from './get-domain.ts';

/** A path of its own in the contract, and the same answer as for `{domain}` = `~`. */
export const getMyDomain = ofMe(getDomain);
