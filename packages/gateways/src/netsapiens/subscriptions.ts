import { type Clock, hours, type Subscriptions, type Useless } from '@enablement/core';
import type { Reader } from './reader.ts';
import { subscriptionShape } from './shapes.ts';

type Model = 'message' | 'messagesession';

/**
 * Which of the two event models of a domain post to the messaging host. The flat list is used, because a domain's own list
 * exists only since 45.0. An Office Manager sees its own domain in it.
 */
export async function seeSubscriptions(reader: Reader, domain: string, options: Seen): Promise<Subscriptions> {
  return (await readSubscriptions(reader, options)).get(domain.toLowerCase()) ?? { message: false, messagesession: false };
}

interface Seen {
  readonly messagingHost: string;
  readonly clock: Clock;
}

/** The same of every domain that has one to the messaging host, by its name in lower case; the list is read once. */
export async function readSubscriptions(
  reader: Reader,
  { messagingHost, clock }: Seen,
): Promise<ReadonlyMap<string, Subscriptions>> {
  const host = hostOf(`https://${messagingHost}`);
  const seen = new Map<string, Map<string, Useless | 'working'>>();
  for await (const row of reader.list('/subscriptions', {})) {
    // A row that is not a subscription as we know them cannot be one of Acrobits'.
    const { data } = subscriptionShape.safeParse(row);
    if (data === undefined || host === undefined || hostOf(data['post-url'].reveal()) !== host) continue;
    const models = seen.get(data.domain.toLowerCase()) ?? new Map<string, Useless | 'working'>();
    seen.set(data.domain.toLowerCase(), models);
    // One that works is enough, whatever lies beside it from earlier days.
    if (models.get(data.model) !== 'working') models.set(data.model, stateOf(data, clock.now()));
  }
  return new Map([...seen].map(([domain, models]) => [domain, both(models)]));
}

function both(models: ReadonlyMap<string, Useless | 'working'>): Subscriptions {
  const isSeen = (model: Model) => models.get(model) === 'working';
  const useless: Partial<Record<Model, Useless>> = {};
  for (const model of ['message', 'messagesession'] as const) {
    const state = models.get(model);
    if (state !== undefined && state !== 'working') useless[model] = state;
  }
  const found = { message: isSeen('message'), messagesession: isSeen('messagesession') };
  return Object.keys(useless).length === 0 ? found : { ...found, useless };
}

/**
 * `pending` works: nothing was sent yet. A count of errors says nothing, as healthy ones have it too; the platform itself says `error`
 * after failures over an interval, and takes it back after one without (v45.0 document).
 */
function stateOf(row: { status?: unknown; 'subscription-expires-datetime'?: unknown }, now: Date): Useless | 'working' {
  if (isPast(row['subscription-expires-datetime'], now)) return 'expired';
  return String(row.status ?? '').toLowerCase() === 'error' ? 'in error' : 'working';
}

/** The clock that is furthest behind UTC: whoever writes a time without a zone may mean one up to so much later. */
const FURTHEST_BEHIND = hours(12);

/**
 * Whether a moment is over, wherever the clock is that it was read from. Expiries are written in UTC and read without a zone, and some
 * cores keep local time. What is no moment, such as a date of zeros, is never over.
 */
function isPast(moment: unknown, now: Date): boolean {
  const text = String(moment ?? '').trim();
  const zoned = /(?:z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = Date.parse(zoned ? text : `${text.replace(' ', 'T')}Z`);
  return time + (zoned ? 0 : FURTHEST_BEHIND) < now.getTime();
}

/** Host and port only: the query of a post-url is a password. */
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : undefined);
