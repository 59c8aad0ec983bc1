import { randomBytes } from 'node:crypto';
import { type Schemas, validator } from '@enablement/contracts/netsapiens';
import { failed, scopeTooLow } from '../answers.ts';
import { atLeast, type Caller, findDomain, isReply, signedIn } from '../callers.ts';
import { readDate } from '../dates.ts';
import type { Subscription } from '../state.ts';
import { showSubscription } from '../subscriptions.ts';

const newSubscription = validator('NewSubscription');

/** Answers 200 at once with the whole object, still `pending`. The same set of parameters again is 409, whose body has no `code`. */
export const createSubscription = signedIn(({ state, body, now }, caller) => {
  const wanted = newSubscription.parse(body);
  if (!/^https?:\/\/[^/]/.test(wanted['post-url'])) return failed(400, 'post-url must be an absolute URL');
  const expiry = wanted['subscription-expires-datetime'];
  // Left out, a subscription made with a token that ends, ends with it.
  const expiresAt = expiry === undefined ? Math.min(caller.token.expiresAt, now().getTime() + hour) : readDate(expiry);
  if (expiresAt === undefined) return failed(400, 'subscription-expires-datetime must be a date');

  const where = domainFilter(wanted, caller);
  if (typeof where !== 'string') return where;
  const domain = where === '*' ? { domain: '*', reseller: '*' } : findDomain(state, caller, where);
  if (isReply(domain)) return domain;
  const user = userFilter(wanted, caller);
  if (typeof user !== 'string') return user;

  const made: Subscription = {
    id: randomBytes(16).toString('hex'),
    model: wanted.model,
    postUrl: wanted['post-url'],
    // The published default is yes; integrators saw it act as no when left out.
    geoSupport: wanted['subscription-geo-support'] ?? 'no',
    scope: wanted['user-scope'] ?? caller.user.scope,
    reseller: wanted.reseller ?? domain.reseller,
    domain: domain.domain,
    user,
    preferredServer: wanted['preferred-server'] ?? '',
    errors: 0,
    posts: 0,
    createdAt: now().getTime(),
    expiresAt,
  };
  if (state.subscriptions.some((other) => isSame(other, made))) {
    return { status: 409, body: { message: 'Subscription ID already Exists or matching set of parameters already exists' } };
  }
  state.subscriptions.push(made);
  return { status: 200, body: showSubscription(made, state, now()) };
});

const hour = 3_600_000;

/** All domains is for Super Users. A Reseller must name one; everybody below stands for the own domain. */
function domainFilter(wanted: Schemas['NewSubscription'], caller: Caller) {
  if (atLeast(caller, 'Super User')) return wanted.domain ?? '*';
  if (atLeast(caller, 'Reseller')) {
    return wanted.domain === undefined || wanted.domain === '*'
      ? failed(400, 'Please include a domain using a Reseller scope')
      : wanted.domain;
  }
  return wanted.domain === '*' ? scopeTooLow : (wanted.domain ?? '~');
}

/** Below Office Manager only the own user. */
function userFilter(wanted: Schemas['NewSubscription'], caller: Caller) {
  if (atLeast(caller, 'Office Manager')) return wanted.user ?? '*';
  return wanted.user === undefined || wanted.user === caller.user.user ? caller.user.user : scopeTooLow;
}

const isSame = (one: Subscription, other: Subscription): boolean =>
  one.model === other.model &&
  one.postUrl === other.postUrl &&
  one.reseller === other.reseller &&
  one.domain === other.domain &&
  one.user === other.user;
