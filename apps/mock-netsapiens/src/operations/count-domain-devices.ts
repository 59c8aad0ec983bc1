import { inDomains } from '../places.ts';
import { devices } from '../resources/devices.ts';
import { count } from '../verbs.ts';

/** Published for 45.0. */
export const countDomainDevices = inDomains('Office Manager', (place) => count(place, devices));
