import { randomBytes } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { crc32 } from 'node:zlib';
import type { Schemas } from '@enablement/contracts/netsapiens';
import { isoDate } from '../dates.ts';
import { userNamed } from '../lookups.ts';
import type { Scope, State, User } from '../state.ts';
import type { ApiKey } from './state.ts';

/** What the first four characters of a key say: its highest scope. From the vendor's guide. */
export const prefixes = { nss_: 'Super User', nsr_: 'Reseller', nsd_: 'Office Manager', nsu_: 'Basic User' } as const;
export type Prefix = keyof typeof prefixes;

type Reach = Pick<ApiKey, 'reseller' | 'domain' | 'user'>;

/** A key for one user, one domain, one reseller or everything. */
export function prefixOf({ reseller, domain, user }: Reach): Prefix {
  if (user !== undefined) return 'nsu_';
  if (domain !== '*') return 'nsd_';
  return reseller === '*' ? 'nss_' : 'nsr_';
}

/** Sixty characters: prefix, 48 of chance, a checksum of eight. How the platform counts its checksum is not published; here it is CRC-32. */
export function spellKey(
  prefix: Prefix,
  chance: string = randomBytes(36).toString('base64url').replaceAll(/[-_]/g, '0'),
): string {
  const text = prefix + chance;
  return text + crc32(text).toString(16).padStart(8, '0');
}

export const idOfKey = (key: string): string => key.slice(0, 12);

const listed = (csv: string): string[] => csv.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** The first entry that is neither an address nor a range in CIDR notation. */
export function wrongAddress(csv: string): string | undefined {
  return listed(csv).find((entry) => {
    const [address = '', bits, ...rest] = entry.split('/');
    const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return longest < 0 || rest.length > 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > longest));
  });
}

/** Whether a list of addresses and ranges has this address. An empty list has all. */
export function hasAddress(csv: string, address: string): boolean {
  const entries = listed(csv);
  if (entries.length === 0) return true;
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  for (const entry of entries) {
    const [net = '', bits] = entry.split('/');
    const kind = isIP(net) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(net, kind);
    else list.addSubnet(net, Number(bits), kind);
  }
  return isIP(address) !== 0 && list.check(address, family);
}

/** Whether a key's allowed models have one of these. */
export const hasModel = (models: string, wanted: readonly string[]): boolean =>
  models === '*' || wanted.length === 0 || listed(models).some((model) => wanted.includes(model));

/** Whose rights a key has: those of its user, or of an account without a name. `undefined` when its user is gone. */
export function accountOf(state: State, key: ApiKey): User | undefined {
  if (key.user !== undefined) {
    const user = userNamed(state, key.domain, key.user);
    return user && { ...user, scope: key.scope };
  }
  return {
    user: '',
    domain: key.domain,
    reseller: key.reseller,
    login: key.id,
    password: '',
    firstName: '',
    lastName: key.description,
    email: '',
    scope: key.scope,
    securePassword: false,
    mfa: false,
    settings: {},
  };
}

export const keysMadeBy = ({ apiKeys }: Pick<State, 'apiKeys'>, maker: ApiKey | undefined): ApiKey[] =>
  maker === undefined ? [] : [...apiKeys.values()].filter(({ madeBy }) => madeBy === maker.id);

const hour = 3_600_000;

/** Exact to the hour, as published. */
export function noteUse(key: ApiKey, now: Date): void {
  key.lastUsedAt = Math.floor(now.getTime() / hour) * hour;
}

const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

/** Never with the key itself. */
export const showKey = (key: ApiKey): Schemas['ApiKey'] => ({
  'key-id': key.id,
  description: key.description,
  reseller: key.reseller,
  domain: key.domain,
  ...(key.user === undefined ? {} : { user: key.user }),
  'user-scope': key.scope as Exclude<Scope, 'Site Manager' | 'No Portal'>,
  'ip-address': key.addresses,
  readonly: yesNo(key.readonly),
  'can-create-keys': yesNo(key.canCreateKeys),
  'allowed-models': key.models,
  'created-datetime': isoDate(key.createdAt),
  'lastused-datetime': key.lastUsedAt === undefined ? null : isoDate(key.lastUsedAt),
});
