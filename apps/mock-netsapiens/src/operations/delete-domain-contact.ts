import { inDomain } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { remove } from '../verbs.ts';

export const deleteDomainContact = inDomain('Office Manager', (place) => remove(place, contacts));
