import { createHmac, randomBytes } from 'node:crypto';
import type { Schemas } from '@enablement/contracts/netsapiens';
import { userByLogin } from '../lookups.ts';
import type { State, User } from '../state.ts';
import type { Jwt } from './state.ts';

/** The published example lives for a day: `exp` minus `iat` is 86400, and `time_out` counts it in milliseconds. */
const life = 86_400_000;

/** Known to everybody, as every secret of a mock. */
const signingKey = 'mock-signing-key';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A compact JWS (RFC 7515) with HMAC SHA-256. Which algorithm the platform takes is not published. */
function sign(claims: object): string {
  const content = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', signingKey).update(content).digest('base64url')}`;
}

const uidOf = ({ user, domain }: User): string => `${user}@${domain}`;

export function claimsOf(jwt: Jwt, user: User, { release, hostname }: Pick<State, 'release' | 'hostname'>): Schemas['JwtClaims'] {
  return {
    aud: 'ns',
    iss: hostname,
    sub: uidOf(user),
    jti: jwt.jti,
    iat: Math.floor(jwt.issuedAt / 1000),
    exp: Math.floor(jwt.expiresAt / 1000),
    time_out: life,
    domain: user.domain,
    territory: user.reseller,
    user: user.user,
    user_email: user.email,
    user_scope: user.scope,
    displayName: `${user.firstName} ${user.lastName}`,
    apiversion: `Version: ${release}`,
  };
}

/** A new token and what renews it. Neither stops an older one. */
export function issueJwt(state: State, now: Date, user: User): Required<Schemas['Jwt']> {
  const jti = randomBytes(16).toString('hex');
  const issuedAt = now.getTime();
  const refresh = sign({ jti: randomBytes(16).toString('hex'), sub: uidOf(user), use: 'refresh' });
  const jwt: Jwt = { jti, login: user.login, issuedAt, expiresAt: issuedAt + life, refresh };
  const token = sign(claimsOf(jwt, user, state));
  state.jwts.set(token, jwt);
  return { token, refresh };
}

/** The user of a refresh token, which is used up by this. Its token goes on until its time is over; that it does is inferred. */
export function spendRefresh(state: State, refresh: string): User | undefined {
  const found = [...state.jwts].find(([, jwt]) => jwt.refresh === refresh);
  if (found === undefined) return undefined;
  const [token, jwt] = found;
  state.jwts.set(token, { ...jwt, refresh: '' });
  return userByLogin(state, jwt.login);
}

/** Forgets those for which this holds, and says how many there were. */
export function revokeJwts(state: State, matches: (jwt: Jwt, user: User | undefined) => boolean): number {
  const revoked = [...state.jwts].filter(([, jwt]) => matches(jwt, userByLogin(state, jwt.login)));
  for (const [token] of revoked) state.jwts.delete(token);
  return revoked.length;
}

/** Whether `id` is this token, or the user whose it is. */
export const isCalled = (id: string, jwt: Jwt, user: User | undefined): boolean =>
  jwt.jti === id || (user !== undefined && uidOf(user) === id);
