import { validator } from '@enablement/contracts/netsapiens';
import type { Call, Reply } from '@enablement/mock-kit';
import { accepted, failed, noSubscription } from '../answers.ts';
import { type Caller, signedIn } from '../callers.ts';
import { readDate } from '../dates.ts';
import { checkForm } from '../events/new-subscription.ts';
import { namedSubscription } from '../events/subscriptions.ts';
import type { State } from '../state.ts';

const change = validator('SubscriptionChange');

/** The filters (`reseller`, `domain`, `user`) cannot be edited: they are ignored and the answer is 202 all the same. Counters take only 0. */
export function changeSubscription(call: Call<State>, caller: Caller): Reply {
  const found = namedSubscription(call, caller);
  if (found === undefined) return noSubscription(call.params.id);
  const wanted = change.parse(call.body);
  const malformed = checkForm(call.state, wanted);
  if (malformed !== undefined) return malformed;
  const expiry = wanted['subscription-expires-datetime'];
  const expiresAt = expiry === undefined ? found.expiresAt : readDate(expiry);
  if (expiresAt === undefined) return failed(400, 'subscription-expires-datetime must be a date');

  found.expiresAt = expiresAt;
  found.postUrl = wanted['post-url'] ?? found.postUrl;
  found.geoSupport = wanted['subscription-geo-support'] ?? found.geoSupport;
  found.preferredServer = wanted['preferred-server'] ?? found.preferredServer;
  if (Number(wanted['error-count']) === 0) found.errors = 0;
  if (Number(wanted['posts-count']) === 0) found.posts = 0;
  return accepted;
}

export const updateSubscription = signedIn(changeSubscription);
