import { ofUser } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { remove } from '../verbs.ts';

export const deleteAddress = ofUser('Basic User', (place) => remove(place, addresses));
