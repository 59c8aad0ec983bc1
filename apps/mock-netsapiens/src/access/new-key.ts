import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Reply } from '@enablement/mock-kit';
import { failed, noDomain, noUser } from '../answers.ts';
import { domainNamed, userNamed } from '../lookups.ts';
import { type Scope, type State, scopes } from '../state.ts';
import { idOfKey, prefixes, prefixOf, spellKey, wrongAddress } from './keys.ts';
import type { ApiKey } from './state.ts';

const rank = (scope: Scope): number => scopes.indexOf(scope);

/** Text inferred: nobody published what a key gets that makes one with more rights than its own. */
const tooMuch = failed(403, 'A new key cannot reach further than the key that makes it');

/** A key as it is wanted, made by another one; or why not. What is checked besides the contract is inferred. */
export function makeKey(state: State, now: Date, maker: ApiKey, wanted: Schemas['NewApiKey']): ApiKey | Reply {
  const { reseller, domain, user } = wanted;
  const addresses = wanted['ip-address'] ?? '';
  const wrong = wrongAddress(addresses);
  if (wrong !== undefined) return failed(400, `ip-address has ${wrong}, which is neither an address nor a range`);
  if (maker.reseller !== '*' && maker.reseller !== reseller) return tooMuch;
  if (maker.domain !== '*' && maker.domain !== domain) return tooMuch;
  const tenant = domainNamed(state, domain);
  if (domain !== '*' && (tenant === undefined || (reseller !== '*' && tenant.reseller !== reseller))) return noDomain(domain);
  const owner = user === undefined ? undefined : userNamed(state, domain, user);
  if (user !== undefined && owner === undefined) return noUser(user, domain);

  const prefix = prefixOf({ reseller, domain, user });
  const highest = owner?.scope ?? prefixes[prefix];
  const scope = wanted['user-scope'] ?? highest;
  if (rank(scope) > rank(highest) || rank(scope) > rank(maker.scope)) return tooMuch;
  const key = spellKey(prefix);
  return {
    key,
    id: idOfKey(key),
    description: wanted.description,
    reseller,
    domain,
    user,
    scope,
    addresses,
    readonly: wanted.readonly === 'yes',
    canCreateKeys: wanted['can-create-keys'] === 'yes',
    models: [wanted['allowed-models'] ?? '*'].flat().join(','),
    createdAt: now.getTime(),
    madeBy: maker.id,
  };
}
