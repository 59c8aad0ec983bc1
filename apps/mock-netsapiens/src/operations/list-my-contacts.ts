import { ofMe } from '../places.ts';
import { listContacts } from './list-contacts.ts';

/** A path of its own in the contract, and the same answer as for `{domain}` = `~` and `{user}` = `~`. */
export const listMyContacts = ofMe(listContacts);
