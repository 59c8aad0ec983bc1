import { ofUser } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { remove } from '../verbs.ts';

export const deleteContact = ofUser('Basic User', (place) => remove(place, contacts));
