import { keysMadeBy, showKey } from '../access/keys.ts';
import { signedIn } from '../callers.ts';

/** The keys that were made with the key used for this call. With a token there are none: that it is no refusal is inferred. */
export const listApiKeys = signedIn(({ state }, { key }) => ({ status: 200, body: keysMadeBy(state, key).map(showKey) }));
