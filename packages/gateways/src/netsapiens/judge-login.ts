import { type Refused, Secret, type Unproved } from '@enablement/core';
import type { Answer } from '../net/answer.ts';
import { fitsHeader, leaveOut } from '../net/leave-out.ts';
import { NoSuchRoute, refusalOf } from './refusals.ts';
import { type TokenAnswer, tokenAnswerShape, vendorErrorShape, wordsOf } from './shapes.ts';

export interface Login {
  readonly accessToken: Secret;
  readonly refreshToken: Secret | undefined;
  /** Seconds; 3600 is what every source shows. */
  readonly expiresIn: number;
  readonly scope: string;
  /** Of the user; `undefined` when the answer does not tell. */
  readonly domain: string | undefined;
  /** The extension; `undefined` when the answer does not tell. */
  readonly user: string | undefined;
  readonly displayName: string | undefined;
  /** The user's reseller. */
  readonly territory: string | undefined;
}

export type LoginAnswer =
  | { readonly loggedIn: true; readonly login: Login }
  | { readonly loggedIn: false; readonly why: Exclude<Unproved, 'scope too low' | 'wrong domain'>; readonly seen: string };

/**
 * What an answer of the token call means. Status 200 alone proves nothing: a second factor comes with a token that opens
 * nothing, a legacy password with none at all, and some refusals come as 200 too.
 * Throws `Refused` on answers that say nothing about the credentials.
 * @param secrets what we sent, to be left out of whatever is quoted
 */
export function judgeLogin(answer: Answer, host: string, secrets: readonly string[]): LoginAnswer {
  const parsed = tokenAnswerShape.safeParse(answer.body);
  if (!parsed.success || answer.status === 404 || ![200, 400, 401, 403].includes(answer.status))
    throw unexpected(answer, host, secrets);
  const body = parsed.data;
  const words = leaveOut(wordsOf(body), secrets);
  const refused = (why: Exclude<Unproved, 'scope too low' | 'wrong domain'>, seen: string): LoginAnswer => ({
    loggedIn: false,
    why,
    seen,
  });

  // First of all, because its partial token looks like a real one.
  if (wantsSecondFactor(body)) return refused('MFA on', 'a second factor was asked for');
  if (answer.status !== 200 || body.error)
    return refused(blame(body, words), words || `status ${answer.status} without a reason`);
  if (!body.access_token || !body.scope) return refused('no secure password', 'the log-in was accepted and gave no usable token');
  if (!fitsHeader(body.access_token)) throw unexpected(answer, host, secrets);
  return {
    loggedIn: true,
    login: {
      accessToken: new Secret(body.access_token),
      refreshToken: body.refresh_token ? new Secret(body.refresh_token) : undefined,
      expiresIn: body.expires_in ?? 3_600,
      scope: body.scope.trim(),
      domain: body.domain || body.uid?.split('@')[1] || undefined,
      user: body.user || body.uid?.split('@')[0] || undefined,
      displayName: body.displayName?.trim() || undefined,
      territory: body.territory || undefined,
    },
  };
}

/** Three shapes are in the wild: an `mfa` marker, a scope that is none, and the kind of factor. */
function wantsSecondFactor(body: TokenAnswer): boolean {
  const marked = (value: unknown) => typeof value === 'string' && value !== '';
  return (
    body.mfa === 'mfa_required' ||
    [body.scope, body.user_scope].includes('mfa_required') ||
    marked(body.mfa_type) ||
    marked(body.mfa_vendor)
  );
}

/**
 * Client or log-in? The texts are not published, so the OAuth names (RFC 6749 section 5.2) decide where they are used, and
 * plain words otherwise. When nothing tells, the log-in is blamed: it was typed by hand most recently.
 */
function blame(body: TokenAnswer, words: string): 'wrong client' | 'wrong password' {
  if (body.error === 'invalid_client' || body.error === 'unauthorized_client') return 'wrong client';
  if (body.error === 'invalid_grant') return 'wrong password';
  return /\bclient/i.test(words) && !/\b(user|username|login|password)\b/i.test(words) ? 'wrong client' : 'wrong password';
}

function unexpected(answer: Answer, host: string, secrets: readonly string[]): Refused {
  if (answer.status === 404 && vendorErrorShape.safeParse(answer.body).success) {
    return new NoSuchRoute(
      `${host} does not offer API v2 log-ins (404).`,
      'API v2 of NetSapiens 44 or later is needed; ask whoever runs the platform.',
    );
  }
  return refusalOf(answer, host, 'the log-in', secrets);
}
