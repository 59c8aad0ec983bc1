import type { DeviceSeen, DomainSeen, Inspector, NumberSeen, SubscriptionSeen, UserSeen } from '@enablement/core';
import { Refused, Secret } from '@enablement/core';
import type { Thing } from './operations.ts';
import type { Reader } from './reader.ts';
import { Blocked, NoSuchRoute } from './refusals.ts';

/** So many users are shown, and have their devices looked at where the release has no list of all devices: walking through all gets banned. */
const FIRST = 10;
/** A domain may have more, and a report has to end. */
const MOST_USERS = 2_000;
const MOST_DEVICES = 2_000;

/** @param itself the login name in whose name the reader reads, if it is somebody's */
export function createInspector(reader: Reader, itself: string | undefined): Inspector {
  const devicesOf = async (domain: string, user: string) =>
    await take(reader.list('/domains/{domain}/users/{user}/devices', { domain, user }), MOST_DEVICES);

  return {
    async domain(domain): Promise<DomainSeen> {
      try {
        const found = await reader.get('/domains/{domain}', { domain });
        return found === undefined ? { visible: false, seen: `${domain} does not exist, or is not shown` } : { visible: true };
      } catch (error) {
        // 401, 403 and 404 are all seen for a domain out of reach; which one is not published.
        if (!(error instanceof Refused) || error instanceof Blocked || error instanceof NoSuchRoute) throw error;
        return { visible: false, seen: error.message };
      }
    },

    async users(domain) {
      const first = (await take(reader.list('/domains/{domain}/users', { domain }), FIRST)).map(asUser);
      if (first.length < FIRST) return { count: first.length, first };
      const count = await reader.count('/domains/{domain}/users/count', { domain }).catch(() => first.length);
      return { count, first };
    },

    async userByLogin(domain, login): Promise<UserSeen | undefined> {
      const full = (login.includes('@') ? login : `${login}@${domain}`).toLowerCase();
      const found = itself?.toLowerCase() === full ? await reader.get('/domains/~/users/~', {}) : await findUser(domain, full);
      if (found === undefined) return undefined;
      const user = asUser(found);
      return { ...user, devices: (await devicesOf(domain, user.user)).length };
    },

    async devices(domain): Promise<readonly DeviceSeen[]> {
      const named = (rows: readonly Thing<'/domains/{domain}/devices'>[]) =>
        rows.map(({ device, user }) => ({ device: text(device), user: text(user) })).filter((one) => one.device !== '');
      try {
        return named(await take(reader.list('/domains/{domain}/devices', { domain }), MOST_DEVICES));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const users = (await take(reader.list('/domains/{domain}/users', { domain }), FIRST)).map(asUser);
        return named((await Promise.all(users.map(({ user }) => devicesOf(domain, user)))).flat());
      }
    },

    async subscriptions(domain): Promise<readonly SubscriptionSeen[]> {
      const found: SubscriptionSeen[] = [];
      for await (const row of reader.list('/subscriptions', {})) {
        if (text(row.domain).toLowerCase() === domain.toLowerCase()) found.push(asSubscription(row));
      }
      return found;
    },

    async phoneNumber(domain, number): Promise<NumberSeen | undefined> {
      const found = await reader.get('/domains/{domain}/phonenumbers/{phonenumber}', { domain, phonenumber: number });
      if (found === undefined) return undefined;
      return {
        number: text(found.phonenumber) || number,
        application: text(found['dial-rule-application']) || undefined,
        destinationUser: text(found['dial-rule-translation-destination-user']) || undefined,
        destinationHost: text(found['dial-rule-translation-destination-host']) || undefined,
      };
    },
  };

  async function findUser(domain: string, login: string) {
    const users = await take(reader.list('/domains/{domain}/users', { domain }), MOST_USERS);
    return users.find((row) => (loginOf(row) ?? `${text(row.user)}@${domain}`).toLowerCase() === login);
  }
}

async function take<Row>(rows: AsyncIterable<Row>, most: number): Promise<Row[]> {
  const taken: Row[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length === most) break;
  }
  return taken;
}

/** Real cores send numbers as text and text as numbers. */
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

const loginOf = (row: object): string | undefined => text(Reflect.get(row, 'login-username')) || undefined;

function asUser(row: Thing<'/domains/{domain}/users'>): Omit<UserSeen, 'devices'> {
  return {
    user: text(row.user),
    login: loginOf(row),
    name: [row['name-first-name'], row['name-last-name']].map(text).filter(Boolean).join(' '),
    scope: text(row['user-scope']) || undefined,
    serviceCode: text(row['service-code']) || undefined,
  };
}

function asSubscription(row: Thing<'/subscriptions'>): SubscriptionSeen {
  const url = row['post-url'] instanceof Secret ? row['post-url'].reveal() : '';
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: '', pathname: '' };
  return {
    model: text(row.model),
    postHost: host,
    postPath: pathname,
    status: text(row.status) || undefined,
    activeServer: text(row['current-active-server']),
    preferredServer: text(row['preferred-server']),
    errorCount: Number(row['error-count'] ?? 0) || 0,
    expires: asUtc(text(row['subscription-expires-datetime'])),
  };
}

/** `2046-01-31 10:00:00` is UTC; with `T` and an offset it says so itself. */
function asUtc(written: string): Date | undefined {
  const at = Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written) ? `${written.replace(' ', 'T')}Z` : written);
  return Number.isNaN(at) ? undefined : new Date(at);
}
