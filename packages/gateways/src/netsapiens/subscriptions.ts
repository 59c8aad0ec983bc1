import type { Subscriptions } from '@enablement/core';
import type { Reader } from './reader.ts';
import { subscriptionShape } from './shapes.ts';

/**
 * Which of the two event models of a domain post to the messaging host. The flat list is used, because a domain's own list
 * exists only since 45.0. An Office Manager sees its own domain in it.
 */
export async function seeSubscriptions(reader: Reader, domain: string, messagingHost: string): Promise<Subscriptions> {
  const host = hostOf(`https://${messagingHost}`);
  const models = new Set<string>();
  for await (const row of reader.list('/subscriptions', {})) {
    // A row that is not a subscription as we know them cannot be one of Acrobits'.
    const { data } = subscriptionShape.safeParse(row);
    const ours = data?.domain.toLowerCase() === domain.toLowerCase() && host !== undefined;
    if (ours && hostOf(data['post-url'].reveal()) === host) models.add(data.model);
  }
  return { message: models.has('message'), messagesession: models.has('messagesession') };
}

/** Host and port only: the query of a post-url is a password. */
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : undefined);
