import { validator } from '@enablement/contracts/netsapiens';
import type { Call, Reply } from '@enablement/mock-kit';
import { failed } from '../answers.ts';
import { type Caller, isReply, signedIn } from '../callers.ts';
import { makeSubscription } from '../events/new-subscription.ts';
import type { Subscription } from '../events/state.ts';
import { forgetExpired, isLive, showSubscription } from '../events/subscriptions.ts';
import type { State } from '../state.ts';

const newSubscription = validator('NewSubscription');

/** Answers 200 at once with the whole object, still `pending`. The same set of parameters again is 409, whose body has no `code`. */
export function subscribe({ state, body, now }: Call<State>, caller: Caller): Reply {
  const time = now().getTime();
  forgetExpired(state, time);
  const made = makeSubscription(state, time, caller, newSubscription.parse(body));
  if (isReply(made)) return made;
  // One that is past its time and still listed stands in nobody's way; that is inferred.
  if (state.subscriptions.some((other) => isSame(other, made) && isLive(other, time)))
    return { status: 409, body: { message: 'Subscription ID already Exists or matching set of parameters already exists' } };
  if (state.switches.subscriptionCreates === 'three a second' && madeSince(state, time - 1000) >= 3)
    return failed(503, 'Too many subscriptions were created in the last second');
  state.subscriptions.push(made);
  return { status: 200, body: showSubscription(made, state, now()) };
}

export const createSubscription = signedIn(subscribe);

const madeSince = ({ subscriptions }: State, time: number): number =>
  subscriptions.filter(({ createdAt }) => createdAt > time).length;

const isSame = (one: Subscription, other: Subscription): boolean =>
  (['model', 'postUrl', 'reseller', 'domain', 'user'] as const).every((name) => one[name] === other[name]);
