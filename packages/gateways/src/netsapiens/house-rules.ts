import { Refused } from '@enablement/core';
import type { CreatePath, DeletePath, UpdatePath } from './operations.ts';
import { unseal } from './secret-members.ts';

/** A call that writes, before it is sent. */
export type Writing = { readonly params: object; readonly body: unknown };
type Call = `post ${CreatePath}` | `put ${UpdatePath}` | `delete ${DeletePath}`;
/** What is wrong with it, each the end of a sentence. */
type Rule = (writing: Writing) => readonly (string | false)[];

const memberOf = (thing: unknown, name: string): unknown =>
  typeof thing === 'object' && thing !== null ? Reflect.get(thing, name) : undefined;

/** Acrobits marks a subscription as broken whose servers hold a scheme. */
const bareHost = (name: string, { body }: Writing) => {
  const host = memberOf(body, name);
  return host !== undefined && !/^[A-Za-z0-9.-]+(:\d+)?$/.test(String(host)) && `${name} is a bare host name, without scheme`;
};
const has = (name: string, { body }: Writing) => (memberOf(body, name) ?? '') !== '';

/** Left out, it acts as no, and events stop after a failover. Left out, the expiry is that of the token. */
const newSubscription: Rule = (writing) => [
  memberOf(writing.body, 'subscription-geo-support') !== 'yes' && 'subscription-geo-support is yes',
  !has('subscription-expires-datetime', writing) && 'subscription-expires-datetime is given',
  !has('preferred-server', writing) && 'preferred-server is given',
  bareHost('preferred-server', writing),
];
const changedSubscription: Rule = (writing) => [
  memberOf(writing.body, 'subscription-geo-support') === 'no' && 'subscription-geo-support is yes',
  bareHost('preferred-server', writing),
];

/** The first device is called as its user is, each further one has a lower-case letter behind that; others may not ring. */
const deviceName: Rule = ({ params, body }) => {
  const [user, device] = [String(memberOf(params, 'user')), String(memberOf(body, 'device'))];
  const isKnown = user === '~' || device === user || (device.startsWith(user) && /^[a-z]$/.test(device.slice(user.length)));
  return [!isKnown && `device is ${user}, or ${user} and one lower-case letter`];
};

/** What the contract allows and experience does not. */
const RULES: { readonly [C in Call]?: Rule } = {
  'post /domains/{domain}/users/{user}/devices': deviceName,
  'post /subscriptions': (writing) => [...newSubscription(writing), !has('domain', writing) && 'domain is given'],
  'post /domains/{domain}/subscriptions': newSubscription,
  'put /subscriptions/{id}': changedSubscription,
  'put /domains/{domain}/subscriptions/{id}': changedSubscription,
  // Documented with a body since 45.0; below Super User the domain is looked for in it.
  'delete /subscriptions/{id}': (writing) => [
    memberOf(writing.body, 'subscription_id') !== memberOf(writing.params, 'id') && 'subscription_id is that of the path',
    !has('domain', writing) && 'domain is given',
  ],
};

const rules: Readonly<Record<string, Rule | undefined>> = RULES;

/**
 * Throws `Refused`, before anything is sent, when a write breaks the contract or a rule that experience has added to it. NetSapiens
 * accepts misspelt members in silence. Gives back the body with `synchronous` where the operation knows it: then it waits until it
 * can read what it wrote.
 */
export async function prepareWriting(
  method: 'post' | 'put' | 'delete',
  path: CreatePath | UpdatePath | DeletePath,
  writing: Writing,
): Promise<unknown> {
  const { body } = writing;
  // Only who writes pays for reading the contract.
  const { requestBody } = await import('@enablement/contracts/netsapiens');
  const wanted = requestBody(method, path);
  // First of all, for some operations require it.
  const whole = wanted?.has('synchronous') ? { ...Object(body), synchronous: 'yes' } : body;
  const complaints = [
    ...(body === undefined ? [] : (wanted?.problemsOf(unseal(whole)) ?? [])),
    ...(rules[`${method} ${path}`]?.(writing) ?? []),
  ].filter((one) => one !== false);
  if (complaints.length > 0) {
    throw new Refused(
      `${method.toUpperCase()} ${path} was not sent, because of its body: ${complaints.join('; ')}.`,
      'Correct what is to be written.',
    );
  }
  return whole;
}
