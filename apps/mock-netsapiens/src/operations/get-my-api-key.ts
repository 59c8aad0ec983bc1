import { showKey } from '../access/keys.ts';
import { nothingCalled } from '../answers.ts';
import { signedIn } from '../callers.ts';

/** How a key learns what it is. What a token gets here is inferred. */
export const getMyApiKey = signedIn((_call, { key }) =>
  key === undefined ? nothingCalled('API key', '~') : { status: 200, body: showKey(key) },
);
