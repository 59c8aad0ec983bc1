import { isReply } from '../callers.ts';
import { ofUser } from '../places.ts';
import { addresses, showCreated } from '../resources/addresses.ts';
import { createAtOnce } from '../verbs.ts';

/** 200 at once, with the member names of v1, as published. */
export const createAddress = ofUser('Basic User', (place) => {
  const address = createAtOnce(place, addresses);
  return isReply(address) ? address : { status: 200, body: showCreated(address) };
});
