import type { Call, Reply } from '@enablement/mock-kit';
import { expired, failed, scopeTooLow, unknownToken } from '../answers.ts';
import { userByLogin } from '../lookups.ts';
import type { State, User } from '../state.ts';
import { accountOf, hasAddress, hasModel, noteUse } from './keys.ts';
import { modelsOf } from './models.ts';
import type { ApiKey, Jwt } from './state.ts';

/** Who calls: an account, or a key that acts as one would. */
export interface Caller {
  /** A key without a user acts as an account without a name, whose domain may be `*`. */
  readonly user: User;
  /** When what was shown at the door stops opening it, in milliseconds since 1970. */
  readonly until: number;
  readonly key?: ApiKey;
  readonly jwt?: Jwt;
}

/** Whose bearer it is: an opaque token's, a JWT's or an API key's. A refresh token, and the partial token of a log-in, open nothing. */
export function identify(call: Call<State>): Caller | Reply {
  const { state, now } = call;
  const bearer = /^bearer\s+(\S+)$/i.exec(call.headers.authorization ?? '')?.[1] ?? '';
  const key = state.apiKeys.get(bearer);
  if (key !== undefined) return byKey(call, key);
  const jwt = state.jwts.get(bearer);
  const held = jwt ?? state.tokens.get(bearer);
  if (held === undefined) return unknownToken;
  if (held.expiresAt <= now().getTime()) return expired;
  const user = userByLogin(state, held.login);
  return user === undefined ? unknownToken : { user, until: held.expiresAt, ...(jwt && { jwt }) };
}

/** Texts inferred. That a read-only key gets 403 for any write was reported by one integrator. */
function byKey(call: Call<State>, key: ApiKey): Caller | Reply {
  const { state, params } = call;
  const { keyFromElsewhere, keyOutsideItsModels, tildeOfNobody } = state.switches;
  if (!hasAddress(key.addresses, call.from))
    return keyFromElsewhere === '401' ? unknownToken : failed(403, `This API key does not work from ${call.from}`);
  const user = accountOf(state, key);
  if (user === undefined) return unknownToken;
  if (key.readonly && call.method !== 'get') return failed(403, 'This API key is read-only');
  if (!hasModel(key.models, modelsOf(call.operation)))
    return keyOutsideItsModels === '401' ? scopeTooLow : failed(403, `This API key does not open ${modelsOf(call.operation)[0]}`);
  if ((params.domain === '~' && user.domain === '*') || (params.user === '~' && user.user === ''))
    return failed(Number(tildeOfNobody), 'This API key has no domain or user that ~ could stand for');
  noteUse(key, call.now());
  return { user, until: Number.POSITIVE_INFINITY, key };
}
