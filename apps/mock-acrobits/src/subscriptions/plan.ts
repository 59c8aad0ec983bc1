import type { ListedSubscription, Subscription } from './netsapiens.ts';

/** What has to be done in NetSapiens, by the rules of Acrobits' own tool (netsapiens-subscription-manager). */
export interface Plan {
  readonly create: readonly Subscription[];
  readonly repair: readonly { readonly id: string; readonly subscription: Subscription }[];
  readonly remove: readonly string[];
}

/**
 * Decides for one domain. Only subscriptions whose post-url has our scheme and host are ours; others are left alone. One is broken when
 * its active server is missing or holds a scheme, or when its post-url has another path, such as that of an earlier cloudId. The
 * query is not compared, so that a changed password is not repaired: their tool does not either.
 */
export function plan(wanted: readonly Subscription[], present: readonly ListedSubscription[], excluded: boolean): Plan {
  const ours = present.filter((listed) => wanted.some((one) => one.domain === listed.domain && isSameSite(one, listed)));
  if (excluded) return { create: [], repair: [], remove: ours.map(({ id }) => id) };
  const of = (one: Subscription) => ours.filter(({ model }) => model === one.model);
  return {
    create: wanted.filter((one) => of(one).length === 0),
    repair: wanted.flatMap((one) =>
      of(one)
        .filter((listed) => isBroken(listed, one))
        .map(({ id }) => ({ id, subscription: one })),
    ),
    remove: [],
  };
}

function isSameSite(one: Subscription, listed: ListedSubscription): boolean {
  return URL.parse(one['post-url'])?.origin === URL.parse(listed['post-url'])?.origin;
}

function isBroken(listed: ListedSubscription, one: Subscription): boolean {
  const server = listed['current-active-server'] ?? '';
  return server === '' || server.includes('://') || pathOf(listed) !== pathOf(one);
}

const pathOf = (one: Pick<Subscription, 'post-url'>): string | undefined => URL.parse(one['post-url'])?.pathname;
