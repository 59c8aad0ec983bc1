import { ofUser } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { read } from '../verbs.ts';

export const getContact = ofUser('Basic User', (place) => read(place, contacts));
