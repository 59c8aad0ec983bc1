import { Secret } from '@enablement/core';
import { z } from 'zod';

/**
 * What we read of NetSapiens' answers. Deliberately less than the contract promises: real cores send numbers as text, add
 * members and leave others out, so that each member is required only where we cannot go on without it.
 */
const text = z.union([z.string(), z.number().transform(String)]);
const optionalText = text.nullish().catch(undefined);

export const versionShape = z.looseObject({ apiversion: text });

/** The vendor's error shape. Some 409 have no `code`, and some 4xx only `error`. */
export const vendorErrorShape = z.looseObject({ code: text, message: z.string() });

/** Everything that may come back from the token call, usable or not. */
export const tokenAnswerShape = z.looseObject({
  access_token: optionalText,
  refresh_token: optionalText,
  expires_in: z.coerce.number().positive().optional().catch(undefined),
  scope: optionalText,
  domain: optionalText,
  territory: optionalText,
  uid: optionalText,
  error: optionalText,
  error_description: optionalText,
  message: optionalText,
  mfa: z.unknown().optional(),
  mfa_type: z.unknown().optional(),
  mfa_vendor: z.unknown().optional(),
  user_scope: optionalText,
});
export type TokenAnswer = z.infer<typeof tokenAnswerShape>;

export const domainShape = z.looseObject({ domain: z.string() });

export const subscriptionShape = z.looseObject({
  model: z.string(),
  'post-url': z.instanceof(Secret),
  domain: z.string(),
  status: optionalText,
  'subscription-expires-datetime': optionalText,
});

export const countShape = z.looseObject({ total: z.coerce.number().int().nonnegative() });

/** What an API key tells about itself. */
export const apiKeyShape = z.looseObject({
  readonly: optionalText,
  'user-scope': optionalText,
  domain: optionalText,
  'ip-address': optionalText,
  'allowed-models': z
    .union([z.string(), z.array(z.string()).transform(String)])
    .nullish()
    .catch(undefined),
});

const refusalShape = z.looseObject({ error_description: optionalText, error: optionalText, message: optionalText });

/** The server's own words, in the order in which open-source clients read them. */
export function wordsOf(body: unknown): string {
  const parsed = refusalShape.safeParse(body);
  if (!parsed.success) return '';
  return [...new Set([parsed.data.error, parsed.data.error_description, parsed.data.message])].filter(Boolean).join(': ');
}

/** The 401 that a new token helps against. Its own words count, before secrets are left out: these may be as short as a syllable. */
export const isExpired = (body: unknown) => /expired/i.test(wordsOf(body));

/** The 401 that no new token helps against. */
export const isScopeTooLow = (body: unknown) => /APP001|invalid scope/i.test(wordsOf(body));
