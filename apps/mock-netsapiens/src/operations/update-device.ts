import { noRoute } from '../answers.ts';
import { ofUser } from '../places.ts';
import { devices } from '../resources/devices.ts';
import { change } from '../verbs.ts';

/** 202, without `synchronous`. A new password is set here, not by removing the device and making it again. */
export const updateDevice = ofUser('Basic User', (place) => {
  const lost = place.call.query.synchronous !== undefined && place.state.switches.synchronousInQuery === 'no route';
  return lost ? noRoute : change(place, devices);
});
