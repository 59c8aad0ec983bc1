import { ofUser } from '../places.ts';
import { contacts } from '../resources/contacts.ts';
import { change } from '../verbs.ts';

/** 202, unlike the contact that a domain shares. */
export const updateContact = ofUser('Basic User', (place) => change(place, contacts));
