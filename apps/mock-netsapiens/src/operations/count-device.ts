import { isReply } from '../callers.ts';
import { inDomain } from '../places.ts';
import { devices } from '../resources/devices.ts';
import { find } from '../verbs.ts';

/** Published for 45.0. Whether nothing is 404 or a total of 0 is not known; here 0. */
export const countDevice = inDomain('Office Manager', (place) => {
  const device = find(place, devices);
  return { status: 200, body: { total: isReply(device) ? 0 : 1 } };
});
