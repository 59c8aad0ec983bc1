import { randomBytes } from 'node:crypto';
import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Reply } from '@enablement/mock-kit';
import { failed, scopeTooLow } from '../answers.ts';
import { atLeast, type Caller, findDomain, isReply } from '../callers.ts';
import { readDate } from '../dates.ts';
import type { State } from '../state.ts';
import type { Subscription } from './state.ts';

type Wanted = Schemas['NewSubscription'];

const hour = 3_600_000;
const twentyYears = 20 * 365.25 * 24 * hour;

/** A subscription as it is wanted, or why not. */
export function makeSubscription(state: State, now: number, caller: Caller, wanted: Wanted): Subscription | Reply {
  const malformed = checkForm(state, wanted);
  if (malformed !== undefined) return malformed;
  const expiresAt = expiryOf(wanted, caller, now);
  if (expiresAt === undefined) return failed(400, 'subscription-expires-datetime must be a date');
  const where = domainFilter(state, caller, wanted);
  if (typeof where !== 'string') return where;
  const domain = where === '*' ? { domain: '*', reseller: caller.user.reseller } : findDomain(state, caller, where);
  if (isReply(domain)) return domain;
  const user = userFilter(state, caller, wanted);
  if (typeof user !== 'string') return user;
  return {
    id: randomBytes(16).toString('hex'),
    model: wanted.model,
    postUrl: wanted['post-url'],
    geoSupport: wanted['subscription-geo-support'] ?? state.switches.geoSupportLeftOut,
    scope: wanted['user-scope'] ?? caller.user.scope,
    reseller: where === '*' ? domain.reseller : (wanted.reseller ?? domain.reseller),
    domain: domain.domain,
    user,
    madeBy: caller.user.user || caller.user.login,
    preferredServer: wanted['preferred-server'] ?? '',
    errors: 0,
    posts: 0,
    createdAt: now,
    expiresAt,
  };
}

/** What a create and a change have in common. Texts inferred. */
export function checkForm(
  { switches }: Pick<State, 'switches'>,
  wanted: Pick<Schemas['SubscriptionChange'], 'post-url' | 'preferred-server'>,
): Reply | undefined {
  const { 'post-url': url, 'preferred-server': server } = wanted;
  if (url !== undefined && !/^https?:\/\/[^/]/.test(url)) return failed(400, 'post-url must be an absolute URL');
  return switches.schemeInPreferredServer === 'refused' && server?.includes('://') === true
    ? failed(400, 'preferred-server must be a host name')
    : undefined;
}

/** Left out, a subscription made with a token that ends, ends with it; one made with an API key lasts twenty years. */
function expiryOf(wanted: Wanted, { until }: Caller, now: number): number | undefined {
  const expiry = wanted['subscription-expires-datetime'];
  if (expiry !== undefined) return readDate(expiry);
  return Number.isFinite(until) ? until : now + twentyYears;
}

/** All domains is for Super Users. A Reseller must name one; everybody below stands for the own domain. */
function domainFilter({ switches }: State, caller: Caller, wanted: Wanted): string | Reply {
  const { domain, reseller } = wanted;
  if (atLeast(caller, 'Super User')) return domain ?? '*';
  if (atLeast(caller, 'Reseller')) {
    const territory = switches.resellerSubscribesToAll === 'own territory' && reseller === caller.user.reseller;
    if (domain === '*' && territory) return '*';
    return domain === undefined || domain === '*' ? failed(400, 'Please include a domain using a Reseller scope') : domain;
  }
  return domain === '*' ? scopeTooLow : (domain ?? '~');
}

/** Below Office Manager only the own user. */
function userFilter({ switches }: State, caller: Caller, { user }: Wanted): string | Reply {
  const lowest = switches.officeManagerSubscribes === 'for the domain' ? 'Office Manager' : 'Reseller';
  if (atLeast(caller, lowest)) return user ?? '*';
  return user === undefined || user === caller.user.user ? caller.user.user : scopeTooLow;
}
