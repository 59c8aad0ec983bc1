import { keysMadeBy } from '../access/keys.ts';
import { accepted, nothingCalled } from '../answers.ts';
import { signedIn } from '../callers.ts';

/** Stops opening anything at once. Keys that were made with it go on; that they do is inferred. */
export const deleteApiKey = signedIn(({ state, params }, { key }) => {
  const found = keysMadeBy(state, key).find(({ id }) => id === params.key_id);
  if (found === undefined) return nothingCalled('API key', String(params.key_id));
  state.apiKeys.delete(found.key);
  return accepted;
});
