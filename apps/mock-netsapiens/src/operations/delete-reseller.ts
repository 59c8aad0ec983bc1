import { failed } from '../answers.ts';
import { ofReseller } from '../groups.ts';
import { onPlatform } from '../places.ts';
import { resellers } from '../resources/resellers.ts';
import { sizeOf } from '../tables.ts';
import { remove } from '../verbs.ts';

/** 409 while it has domains, as published. */
export const deleteReseller = onPlatform('Super User', (place) => {
  const busy = sizeOf(place.state.tables.domains, ofReseller(String(place.call.params.reseller))) > 0;
  return busy ? failed(409, 'Cannot delete reseller with domains assigned') : remove(place, resellers);
});
