import { noRoute } from '../answers.ts';
import { ofUser } from '../places.ts';
import { devices } from '../resources/devices.ts';
import { read } from '../verbs.ts';

/** The password is readable, as integrators report. */
export const getDevice = ofUser('Basic User', (place) =>
  place.state.switches.readingOneDevice === 'works' ? read(place, devices) : noRoute,
);
