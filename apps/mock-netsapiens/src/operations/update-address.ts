import { ofUser } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { change } from '../verbs.ts';

export const updateAddress = ofUser('Basic User', (place) => change(place, addresses));
