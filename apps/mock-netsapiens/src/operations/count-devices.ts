import { ofUser } from '../places.ts';
import { devices } from '../resources/devices.ts';
import { count } from '../verbs.ts';

/** Published for 45.0. */
export const countDevices = ofUser('Basic User', (place) => count(place, devices));
