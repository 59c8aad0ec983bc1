import { Refused, type Subscriptions } from '@enablement/core';
import { describeAnswer } from '../net/answer.ts';
import type { Api } from './api.ts';
import type { Session } from './session.ts';
import { type Subscription, subscriptionShape } from './shapes.ts';

/** What Acrobits' own subscription manager asks for. */
const PAGE = 500;
/** A page of exactly this size may come from a core that ignores `limit`. */
const DEFAULT_PAGE = 100;
const MOST_PAGES = 100;

/**
 * Which of the two event models of a domain post to the messaging host. The flat list is used, because a domain's own list
 * exists only since 45.0. An Office Manager sees its own domain in it.
 */
export async function seeSubscriptions(
  api: Api,
  session: Session,
  domain: string,
  messagingHost: string,
): Promise<Subscriptions> {
  const host = hostOf(`https://${messagingHost}`);
  const ours = (await listSubscriptions(api, session)).filter(
    (one) => one.domain.toLowerCase() === domain.toLowerCase() && host !== undefined && hostOf(one['post-url']) === host,
  );
  const has = (model: string) => ours.some((one) => one.model === model);
  return { message: has('message'), messagesession: has('messagesession') };
}

/**
 * All pages, each subscription once. There is no total and no next link, and a core may ignore `start` and send the first page
 * for ever: a short page is the last, and so is one that brings nothing new.
 */
async function listSubscriptions(api: Api, session: Session): Promise<Subscription[]> {
  const found = new Map<string, Subscription>();
  let start = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await session.call((token) => api.subscriptions(token, start, PAGE));
    const rows = answer.body === '' || answer.body === null ? [] : answer.body;
    if (answer.status !== 200 || !Array.isArray(rows)) {
      throw new Refused(
        `NetSapiens at ${api.host} answered the list of subscriptions with ${describeAnswer(answer)}.`,
        'Ask whoever runs the platform whether this account may read event subscriptions.',
      );
    }
    const before = found.size;
    for (const row of rows) {
      // A row that is not a subscription as we know them cannot be one of Acrobits'.
      const one = subscriptionShape.safeParse(row);
      if (one.success) found.set(one.data.id, one.data);
    }
    const full = rows.length >= PAGE || rows.length === DEFAULT_PAGE;
    if (!full || found.size === before) return [...found.values()];
    start += rows.length;
  }
  throw new Refused(
    `NetSapiens at ${api.host} has more subscriptions than anybody could need; the list does not end.`,
    'Ask whoever runs the platform.',
  );
}

/** Host and port only: the query of a post-url is a password. */
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : undefined);
