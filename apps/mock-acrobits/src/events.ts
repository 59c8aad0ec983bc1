import type { Operation } from '@enablement/mock-kit';
import { findCloudAt } from './regions.ts';
import { callbackPassword, type State } from './state.ts';

export type Model = 'message' | 'messagesession';

/** What the desk keeps of one event: enough to recognize it, and no more of a text than fits on a page. */
export interface SeenEvent {
  readonly domain?: string | undefined;
  readonly from?: string | undefined;
  /** Of a message its receiver, of a session everybody who takes part in it. */
  readonly to?: string | undefined;
  readonly text?: string | undefined;
  readonly session?: string | undefined;
  /** Of a session: the user whose view of it has changed. */
  readonly user?: string | undefined;
}

/** One request of NetSapiens, with the events it brought. */
export interface ReceivedPost {
  /** Counts up; the same number is never given twice. */
  readonly id: number;
  readonly at: string;
  /** As in the address, with the star of the editable version. */
  readonly cloudId: string;
  readonly model: Model;
  /** `X-Correlation-ID`: the identifier of the subscription, where it was sent. */
  readonly subscriptionId?: string | undefined;
  readonly accepted: boolean;
  readonly count: number;
  /** Empty when it was refused: what a stranger says is not kept. */
  readonly events: readonly SeenEvent[];
}

const MOST_POSTS = 200;
const MOST_EVENTS = 20;
const LONGEST_TEXT = 500;

/**
 * Where NetSapiens posts the events of the two subscriptions. A post carries no signature, so the password in the address is all
 * there is to know the sender by.
 */
export function receiveEvents(model: Model, changed: () => void): Operation<State> {
  return ({ params, query, headers, body, state, now }) => {
    const cloudId = params.cloudId ?? '';
    const cloud = findCloudAt(state, cloudId, headers.host ?? '');
    if (cloud === undefined) return { status: 404, body: { error: 'not_found', message: 'There is no such cloudId here' } };
    const events = Array.isArray(body) ? body : [];
    const accepted = query.password === callbackPassword(cloud);
    state.posts.push({
      id: (state.posts.at(-1)?.id ?? 0) + 1,
      at: now().toISOString(),
      cloudId,
      model,
      subscriptionId: headers['x-correlation-id']?.slice(0, 64),
      accepted,
      count: events.length,
      events: accepted
        ? events.slice(0, MOST_EVENTS).map((event) => (model === 'message' ? readMessage(event) : readSession(event)))
        : [],
    });
    state.posts.splice(0, Math.max(0, state.posts.length - MOST_POSTS));
    changed();
    if (accepted) return { status: 200 };
    const message = 'The password in the address is wrong';
    return state.switches.wrongCallbackPassword === '403'
      ? { status: 403, body: { error: 'forbidden', message } }
      : { status: 401, body: { error: 'unauthorized', message } };
  };
}

/** Of a sender and a receiver NetSapiens names the user, the number, or both; a chat has no numbers. */
const readMessage = (event: unknown): SeenEvent => ({
  domain: textIn(event, 'domain'),
  from: textIn(event, 'from-user-id', 'from-number'),
  to: textIn(event, 'terminating-user-id', 'terminating-number', 'dialed'),
  text: textIn(event, 'text'),
  session: textIn(event, 'messagesession-id'),
});

const readSession = (event: unknown): SeenEvent => ({
  domain: textIn(event, 'domain'),
  from: textIn(event, 'messagesession-last-sender'),
  to: textIn(event, 'messagesession-participants', 'messagesession-remote')?.replaceAll(',', ', '),
  user: textIn(event, 'user'),
  text: textIn(event, 'messagesession-last-message'),
  session: textIn(event, 'messagesession-id'),
});

/** The first of these members that says something. A text may be of any JSON type. */
function textIn(event: unknown, ...names: readonly string[]): string | undefined {
  if (typeof event !== 'object' || event === null) return undefined;
  for (const name of names) {
    const value: unknown = Reflect.get(event, name);
    if (value === undefined || value === null || value === '') continue;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  }
  return undefined;
}
