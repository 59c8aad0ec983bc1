import { Refused } from '@enablement/core';
import type { Writing } from './house-rules.ts';
import type { Params } from './operations.ts';
import type { Reader } from './reader.ts';
import { unseal } from './secret-members.ts';

type Look = (reader: Reader, writing: Writing) => Promise<void>;

/** What NetSapiens itself would accept, and what would do harm as things stand there. */
const LOOKS: Readonly<Record<string, Look | undefined>> = {
  'delete /domains/{domain}/users/{user}': assertNoNumbers,
  'put /domains/{domain}': assertStays,
  'post /subscriptions': assertOwnAddress,
  'post /domains/{domain}/subscriptions': assertOwnAddress,
  'put /subscriptions/{id}': assertOurs,
};

/** Looks at what a write would touch. Throws `Refused`, before anything is written, when it would do harm. */
export async function lookBeforeWriting(reader: Reader, what: string, writing: Writing): Promise<void> {
  await LOOKS[what]?.(reader, writing);
}

const memberOf = (body: unknown, name: string): string | undefined => {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return value === undefined || value === null ? undefined : String(unseal(value));
};
const hostOf = (url: string | undefined) => (url !== undefined && URL.canParse(url) ? new URL(url).host : undefined);

/** Numbers survive the user they lead to, and go on leading to nobody. */
async function assertNoNumbers(reader: Reader, { params }: Writing): Promise<void> {
  const { domain, user } = params as Params<'delete', '/domains/{domain}/users/{user}'>;
  const numbers: string[] = [];
  for await (const row of reader.list('/domains/{domain}/phonenumbers', { domain })) {
    if (String(row['dial-rule-translation-destination-user'] ?? '') === user) numbers.push(String(row.phonenumber));
  }
  if (numbers.length > 0) {
    throw new Refused(
      `User ${user} of ${domain} was not deleted, because ${numbers.join(', ')} would go on leading to it.`,
      'Lead these numbers somewhere else first.',
    );
  }
}

/** A domain that moves to another reseller is out of its Office Managers' and its subscriptions' reach: both name the old one. */
async function assertStays(reader: Reader, { params, body }: Writing): Promise<void> {
  const wanted = memberOf(body, 'reseller');
  if (wanted === undefined) return;
  const { domain } = params as Params<'put', '/domains/{domain}'>;
  const now = await reader.get('/domains/{domain}', { domain });
  if (now === undefined || String(now.reseller) === wanted) return;
  throw new Refused(
    `${domain} was not changed, because it would move from reseller ${String(now.reseller)} to ${wanted}: its subscriptions go by the reseller.`,
    'Move it in the portal, and have its log-ins and subscriptions checked afterwards.',
  );
}

/** Events come as a list and do not say of which model they are, so that an address can take one model only. */
async function assertOwnAddress(reader: Reader, { body }: Writing): Promise<void> {
  const [url, model] = [memberOf(body, 'post-url'), memberOf(body, 'model')];
  for await (const row of reader.list('/subscriptions', {})) {
    if (memberOf(row, 'post-url') !== url || row.model === model) continue;
    throw new Refused(
      `The ${model} subscription was not created, because its address takes the ${row.model} events already.`,
      'Give each model an address of its own.',
    );
  }
}

/** A subscription that posts elsewhere is somebody else's. */
async function assertOurs(reader: Reader, { params, body }: Writing): Promise<void> {
  const host = hostOf(memberOf(body, 'post-url'));
  if (host === undefined) return;
  const { id } = params as Params<'put', '/subscriptions/{id}'>;
  const now = await reader.get('/subscriptions/{id}', { id });
  const theirs = hostOf(memberOf(now, 'post-url'));
  if (theirs === undefined || theirs === host) return;
  throw new Refused(
    `Subscription ${id} was not changed, because it posts to ${theirs} and is somebody else’s.`,
    'Change only subscriptions that post to the same host.',
  );
}
