import { ofUser } from '../places.ts';
import { devicesInLists } from '../resources/devices.ts';
import { list } from '../verbs.ts';

/** The own ones for everybody, all of the domain for an Office Manager. */
export const listDevices = ofUser('Basic User', (place) => list(place, devicesInLists));
