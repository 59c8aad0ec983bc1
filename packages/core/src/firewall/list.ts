import type { Clock } from '../ports/clock.ts';
import type { Probes } from '../ports/probes.ts';
import { LOOK_LIMIT } from '../readiness/examine.ts';
import { type Allowlist, type Enabled, groupsFor, type ServiceGroup } from './allowlist.ts';

export interface FirewallEntry {
  /** An address or a range. */
  readonly address: string;
  readonly family: 4 | 6;
  /** `list`: the allowlist. `DNS`: looked up now. `seen before`: DNS could not say now, and a firewall without it would cut phones off. */
  readonly from: 'list' | 'DNS' | 'seen before';
  readonly isNew: boolean;
}

export interface ListedGroup extends Pick<ServiceGroup, 'id' | 'name' | 'calls'> {
  readonly entries: readonly FirewallEntry[];
  /** Addresses of last time that are gone now. */
  readonly gone: readonly string[];
  /** Why there is nothing, or less than there should be; a sentence. */
  readonly missing?: string | undefined;
}

export interface FirewallList extends Pick<Allowlist, 'source' | 'readAt'> {
  readonly madeAt: Date;
  /** When the list that this one is compared with was made. */
  readonly comparedWith: Date | undefined;
  readonly groups: readonly ListedGroup[];
}

/** What is kept of a list, to compare the next one with: addresses by group. */
export interface FirewallSnapshot {
  readonly madeAt: Date;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** Keeps the last list. */
export interface FirewallMemory {
  last(): Promise<FirewallSnapshot | undefined>;
  keep(snapshot: FirewallSnapshot): Promise<void>;
}

export interface FirewallPorts {
  readonly allowlist: Allowlist;
  readonly probes: Pick<Probes, 'addresses'>;
  readonly memory: FirewallMemory;
  readonly clock: Clock;
}

/** Makes the list of whoever has to be let in, says what is new since last time, and keeps it for next time. No address is invented. */
export async function listForFirewall(
  { allowlist, probes, memory, clock }: FirewallPorts,
  enabled: Enabled,
): Promise<FirewallList> {
  const before = await memory.last();
  const wanted = groupsFor(allowlist, enabled);
  const groups = await Promise.all(
    wanted.map(async (group) => listGroup(group, allowlist, await lookUp(group.hosts, probes), before?.groups[group.id])),
  );
  const madeAt = clock.now();
  const now = Object.fromEntries(groups.map(({ id, entries }) => [id, entries.map(({ address }) => address)]));
  await memory.keep({ madeAt, groups: { ...before?.groups, ...now } });
  const { source, readAt } = allowlist;
  return { source, readAt, madeAt, comparedWith: before?.madeAt, groups };
}

interface LookedUp {
  readonly addresses: readonly string[];
  /** Names that DNS could not say anything useful about, each with the reason. */
  readonly problems: readonly string[];
}

async function lookUp(hosts: readonly string[], probes: FirewallPorts['probes']): Promise<LookedUp> {
  const found = await Promise.all(
    hosts.map(async (host): Promise<LookedUp> => {
      try {
        const seen = await probes.addresses(host, { limit: LOOK_LIMIT, signal: new AbortController().signal });
        if (seen.found === 'public') return { addresses: [...seen.v4, ...seen.v6], problems: [] };
        const why = seen.found === 'private' ? `leads to ${seen.address}, which is no public address` : 'leads to no address';
        return { addresses: [], problems: [`${host} ${why}`] };
      } catch {
        return { addresses: [], problems: [`${host} could not be looked up now`] };
      }
    }),
  );
  return {
    addresses: found.flatMap(({ addresses }) => addresses).toSorted(),
    problems: found.flatMap(({ problems }) => problems),
  };
}

function listGroup(
  { id, name, calls, addresses }: ServiceGroup,
  { source }: Allowlist,
  looked: LookedUp,
  before: readonly string[] | undefined,
): ListedGroup {
  const isNew = (address: string) => before !== undefined && !before.includes(address);
  const entry = (address: string, from: FirewallEntry['from']): FirewallEntry => ({
    address,
    family: address.includes(':') ? 6 : 4,
    from,
    isNew: isNew(address),
  });
  const listed = [...addresses.map((one) => entry(one, 'list')), ...looked.addresses.map((one) => entry(one, 'DNS'))];
  const kept = looked.problems.length === 0 ? [] : (before ?? []).filter((one) => !listed.some(({ address }) => address === one));
  const entries = unique([...listed, ...kept.map((one) => entry(one, 'seen before'))]);
  const gone = (before ?? []).filter((one) => !entries.some(({ address }) => address === one));
  return { id, name, calls, entries, gone, missing: missingOf(entries, looked, source) };
}

const unique = (entries: readonly FirewallEntry[]): readonly FirewallEntry[] =>
  entries.filter(({ address }, at) => entries.findIndex((one) => one.address === address) === at);

function missingOf(entries: readonly FirewallEntry[], { problems }: LookedUp, source: string): string | undefined {
  if (problems.length > 0) {
    const last = entries.some(({ from }) => from === 'seen before') ? ' Addresses seen last time stand in for it.' : '';
    return `${problems.join('; ')}.${last} Compare with ${source}`;
  }
  return entries.length === 0 ? `No addresses are known here. Read them at ${source}` : undefined;
}
