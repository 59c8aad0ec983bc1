import { validator } from '@enablement/contracts/netsapiens';
import { keysMadeBy, wrongAddress } from '../access/keys.ts';
import { accepted, failed, nothingCalled } from '../answers.ts';
import { signedIn } from '../callers.ts';

const change = validator('ApiKeyChange');

/** Description and addresses change; allowed models are taken and stay as they were, as the text beside the published schema has it. */
export const updateApiKey = signedIn(({ state, params, body }, { key }) => {
  const found = keysMadeBy(state, key).find(({ id }) => id === params.key_id);
  if (found === undefined) return nothingCalled('API key', String(params.key_id));
  const wanted = change.parse(body);
  const wrong = wrongAddress(wanted['ip-address'] ?? '');
  if (wrong !== undefined) return failed(400, `ip-address has ${wrong}, which is neither an address nor a range`);
  found.description = wanted.description;
  found.addresses = wanted['ip-address'] ?? found.addresses;
  return accepted;
});
