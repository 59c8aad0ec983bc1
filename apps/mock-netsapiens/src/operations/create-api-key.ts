import { validator } from '@enablement/contracts/netsapiens';
import { showKey } from '../access/keys.ts';
import { makeKey } from '../access/new-key.ts';
import { failed } from '../answers.ts';
import { isReply, signedIn } from '../callers.ts';

const newApiKey = validator('NewApiKey');

/** Only a key makes keys, and only one that may. The secret is in this answer and in no other. */
export const createApiKey = signedIn(({ state, body, now }, { key: maker }) => {
  if (maker?.canCreateKeys !== true)
    return failed(403, 'API key creation only allowed using an API key with permission to create new API keys');
  const made = makeKey(state, now(), maker, newApiKey.parse(body));
  if (isReply(made)) return made;
  state.apiKeys.set(made.key, made);
  // Samples of the published document have notes; their text is ours.
  return { status: 200, body: { ...showKey(made), key: made.key, notes: 'Keep this key now: it is not shown again.' } };
});
