import { inDomain } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { list } from '../verbs.ts';

/** Everybody in the domain reads what it shares. */
export const listDomainContacts = inDomain('Basic User', (place) => list(place, contacts));
