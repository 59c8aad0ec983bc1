import { ofMe } from '../places.ts';
import { getUser } from './get-user.ts';

/** A path of its own in the contract, and the same answer as for `{domain}` = `~` and `{user}` = `~`. */
export const getMyUser = ofMe(getUser);
