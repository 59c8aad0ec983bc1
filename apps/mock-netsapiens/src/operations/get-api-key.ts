import { keysMadeBy, showKey } from '../access/keys.ts';
import { nothingCalled } from '../answers.ts';
import { signedIn } from '../callers.ts';

/** A list with one in it, as published, and unlike everything else that is read by its name. */
export const getApiKey = signedIn(({ state, params }, { key }) => {
  const found = keysMadeBy(state, key).find(({ id }) => id === params.key_id);
  return found === undefined ? nothingCalled('API key', String(params.key_id)) : { status: 200, body: [showKey(found)] };
});
