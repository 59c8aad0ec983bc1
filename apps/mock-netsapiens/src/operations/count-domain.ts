import { findDomain, isReply } from '../callers.ts';
import { onPlatform } from '../places.ts';

/** The one 404 that says `{error}` instead of `{code, message}`, as published. */
export const countDomain = onPlatform('Basic User', ({ state, call, caller }) => {
  const domain = findDomain(state, caller, String(call.params.domain));
  if (!isReply(domain)) return { status: 200, body: { total: 1 } };
  return domain.status === 404 ? { status: 404, body: { error: Object(domain.body).message } } : domain;
});
