import { isReply } from '../callers.ts';
import { inDomain } from '../places.ts';
import { addresses, showCreated } from '../resources/addresses.ts';
import { createAtOnce } from '../verbs.ts';

/** 200 at once, with the member names of v1, as published. That it takes an Office Manager is inferred. */
export const createDomainAddress = inDomain('Office Manager', (place) => {
  const address = createAtOnce(place, addresses);
  return isReply(address) ? address : { status: 200, body: showCreated(address) };
});
