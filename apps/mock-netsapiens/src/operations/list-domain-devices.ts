import { inDomains } from '../places.ts';
import { devicesInLists } from '../resources/devices.ts';
import { list } from '../verbs.ts';

/** Published for 45.0. That it takes an Office Manager is inferred. */
export const listDomainDevices = inDomains('Office Manager', (place) => list(place, devicesInLists));
