import { ofUser } from '../places.ts';
import { addresses } from '../resources/addresses.ts';
import { read } from '../verbs.ts';

export const getAddress = ofUser('Basic User', (place) => read(place, addresses));
