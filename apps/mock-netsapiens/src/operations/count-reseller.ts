import { isReply } from '../callers.ts';
import { onPlatform } from '../places.ts';
import { resellers } from '../resources/resellers.ts';
import { find } from '../verbs.ts';

/** Asks whether it exists. That nothing is 404, not a total of 0, follows what is published for domains. */
export const countReseller = onPlatform('Super User', (place) => {
  const reseller = find(place, resellers);
  return isReply(reseller) ? reseller : { status: 200, body: { total: 1 } };
});
