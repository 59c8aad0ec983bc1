import { ofUser } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { count } from '../verbs.ts';

export const countContacts = ofUser('Basic User', (place) => count(place, contacts));
