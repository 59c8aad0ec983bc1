import type { PlatformLogin } from '../ports/customer-platform.ts';
import type { RolloutPlatform } from '../ports/rollout-platform.ts';
import type { RolloutItem } from '../ports/rollouts.ts';
import { AT_ONCE, SERVICE_ACCOUNT } from './names.ts';
import { inPool } from './pool.ts';

/** A domain that somebody wants messaging for. Without a login it gets a service account. */
export interface WantedDomain {
  readonly domain: string;
  readonly login?: string | undefined;
  /** Names the environment variable that holds the Office Manager's password. */
  readonly passwordEnv?: string | undefined;
}

export type WantedDomains =
  | { readonly domains: readonly WantedDomain[] }
  /** Those of a reseller, those whose name fits, or both. */
  | { readonly reseller?: string | undefined; readonly fits: (domain: string) => boolean };

/** What a roll-out would do with each domain. */
export interface RolloutPlan {
  readonly items: readonly RolloutItem[];
  /** How many service accounts it would make, and how many domains have nobody who knows a password yet. */
  readonly accounts: number;
  readonly withoutPassword: number;
}

export interface PlanningPorts {
  readonly rolloutPlatform: RolloutPlatform;
}

/**
 * Looks which domains are there, which have messaging already, and which service accounts are. Reads the lists of domains and of
 * subscriptions once, and one account a domain; changes nothing.
 */
export async function planRollout(
  { rolloutPlatform: platform }: PlanningPorts,
  { login, messagingHost }: { readonly login: PlatformLogin; readonly messagingHost: string },
  wanted: WantedDomains,
  {
    passwordEnv,
    onLooked = () => {},
  }: { readonly passwordEnv?: string | undefined; readonly onLooked?: (done: number, of: number) => void } = {},
): Promise<RolloutPlan> {
  const listed = await platform.domains(login);
  const subscribed = await platform.subscribed(login, messagingHost);
  const there = new Set(listed.map(({ domain }) => domain.toLowerCase()));
  const rows: readonly WantedDomain[] =
    'domains' in wanted
      ? wanted.domains
      : listed.filter(
          ({ domain, reseller }) => (wanted.reseller === undefined || reseller === wanted.reseller) && wanted.fits(domain),
        );
  const items: RolloutItem[] = [];
  let looked = 0;
  await inPool([...rows.entries()], AT_ONCE, async ([place, row]) => {
    const seen = subscribed.get(row.domain);
    items[place] = await itemOf(row, {
      missing: !there.has(row.domain),
      done: seen?.message === true && seen.messagesession,
      passwordEnv: row.passwordEnv ?? passwordEnv,
      scopeOfAccount: () => platform.serviceAccount(login, row.domain),
    });
    onLooked(++looked, rows.length);
  });
  const todo = items.filter(({ status }) => status === 'ahead');
  return {
    items,
    accounts: todo.filter(({ account }) => account === 'to be made').length,
    withoutPassword: todo.filter((item) => item.passwordEnv === undefined).length,
  };
}

const FITTING = new Set(['Office Manager', 'Reseller', 'Super User']);

async function itemOf(
  { domain, login = `${SERVICE_ACCOUNT}@${domain}`, login: given }: WantedDomain,
  known: {
    readonly missing: boolean;
    readonly done: boolean;
    readonly passwordEnv: string | undefined;
    readonly scopeOfAccount: () => Promise<string | undefined>;
  },
): Promise<RolloutItem> {
  const { passwordEnv } = known;
  const item = { domain, login, account: 'as given', ...(passwordEnv === undefined ? {} : { passwordEnv }) } as const;
  if (known.missing) return { ...item, status: 'left alone', detail: 'The platform shows no such domain to this credential.' };
  if (known.done) return { ...item, status: 'synchronized', detail: 'It had messaging before.' };
  if (given !== undefined) return { ...item, status: 'ahead' };
  const scope = await known.scopeOfAccount();
  if (scope === undefined) return { ...item, account: 'to be made', status: 'ahead' };
  if (FITTING.has(scope)) return { ...item, status: 'ahead' };
  return {
    ...item,
    status: 'left alone',
    detail: `There is a user ${login} already, with scope ${scope}; Office Manager is needed.`,
  };
}
