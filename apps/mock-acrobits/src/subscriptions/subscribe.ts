import type { Desk } from '../desk.ts';
import type { Changes, Cloud, ProvisionedDomain } from '../state.ts';
import { describe } from './describe.ts';
import { PlatformProblem } from './http.ts';
import { openSession } from './netsapiens.ts';
import { plan } from './plan.ts';
import { createThrottle, type Throttle } from './throttle.ts';

/** Keeps the two subscriptions of each domain in NetSapiens. Nobody waits for it but `repair`; the desk shows how it went. */
export interface Subscriber {
  /**
   * Makes sure of one domain. Where Acrobits has not been before, both are created without a look at what is there, since 409 says so
   * as well; afterwards as `repair` does.
   */
  subscribe(cloud: Cloud, domain: ProvisionedDomain): void;
  /**
   * For every domain whose Office Manager is known: looks what is there, creates what is missing, writes again what is broken, removes
   * what is no longer wanted. Resolves when all are done, well or not.
   */
  repair(): Promise<void>;
  /** Resolves when nothing is under way. For tests and for the stop. */
  settled(): Promise<void>;
  /** Gives up what is under way, because the mock stops or was reset. */
  stop(): void;
}

export interface SubscriberOptions {
  readonly desk: Desk;
  /** `host[:port]` where NetSapiens can post events for clouds that name no other host. */
  readonly ownHost: () => string;
  /** Pauses between tries, in milliseconds; one try more than there are pauses. */
  readonly pauses?: readonly number[];
}

/** About nine seconds in all: long enough for a NetSapiens that is just being restarted. */
const PAUSES = [300, 600, 1200, 2400, 4800];

export function createSubscriber({ desk, ownHost, pauses = PAUSES }: SubscriberOptions): Subscriber {
  let stopping = new AbortController();
  const underWay = new Map<ProvisionedDomain, Promise<void>>();
  // Acrobits' tool settled on this after creating faster than NetSapiens could take. Changes and removals are not held back.
  const turn = createThrottle(desk, { most: 3, withinMs: 1000 });

  async function work(cloud: Cloud, domain: ProvisionedDomain, look: boolean, signal: AbortSignal): Promise<void> {
    const say = (outcome: Omit<ProvisionedDomain['subscriptions'], 'at'>): void => {
      if (signal.aborted) return;
      domain.subscriptions = { ...outcome, at: desk.now().toISOString() };
      desk.changed();
    };
    for (let attempts = 1; ; attempts += 1) {
      try {
        say({ status: 'working', detail: `try ${attempts}`, attempts });
        const host = cloud.messagingHost ?? ownHost();
        const changes = await bringInOrder({ cloud, domain, host, look, now: desk.now(), turn }, signal);
        return say({ ...inWords(changes, domain), attempts, changes });
      } catch (error) {
        if (!(error instanceof PlatformProblem)) throw error;
        const wait = pauses[attempts - 1];
        if (!error.again || wait === undefined || signal.aborted) {
          return say({ status: 'failed', detail: error.message, attempts });
        }
        say({ status: 'working', detail: `${error.message}; trying again`, attempts });
        await desk.rest(wait, signal);
        if (signal.aborted) return;
      }
    }
  }

  function begin(cloud: Cloud, domain: ProvisionedDomain, look: boolean): Promise<void> {
    // One conversation per domain at a time: a repeated call waits for the first and then makes sure again.
    const before = underWay.get(domain) ?? Promise.resolve();
    const { signal } = stopping;
    const job: Promise<void> = before
      .then(() => (signal.aborted ? undefined : work(cloud, domain, look, signal)))
      .finally(() => {
        if (underWay.get(domain) === job) underWay.delete(domain);
      });
    underWay.set(domain, job);
    return job;
  }

  return {
    subscribe: (cloud, domain) => void begin(cloud, domain, hasBeen(domain)),
    async repair() {
      const known = desk.state.clouds.flatMap((cloud) => cloud.domains.map((domain) => ({ cloud, domain })));
      const reachable = known.filter(({ domain }) => domain.officeManager !== undefined);
      await Promise.all(reachable.map(({ cloud, domain }) => begin(cloud, domain, true)));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
    stop() {
      stopping.abort();
      stopping = new AbortController();
    },
  };
}

const hasBeen = ({ excluded = false, subscriptions: { status } }: ProvisionedDomain): boolean =>
  excluded || status === 'created' || status === 'removed';

interface Job {
  readonly cloud: Cloud;
  readonly domain: ProvisionedDomain;
  readonly host: string;
  readonly look: boolean;
  readonly now: Date;
  readonly turn: Throttle;
}

/** Logs in as the Office Manager of the domain and changes what has to be changed. */
async function bringInOrder({ cloud, domain, host, look, now, turn }: Job, signal: AbortSignal): Promise<Changes> {
  const { handedOver } = cloud;
  const { officeManager, excluded = false } = domain;
  if (handedOver === undefined) {
    throw new PlatformProblem(`No OAuth client is filed under ${cloud.cloudId} yet: file the hand-off first`, false);
  }
  if (officeManager === undefined) throw new PlatformProblem('No Office Manager was given for this domain', false);
  const username = officeManager.name.includes('@') ? officeManager.name : `${officeManager.name}@${domain.domain}`;
  const session = await openSession({ ...handedOver, username, password: officeManager.password }, signal);
  const wanted = describe(cloud, handedOver, domain, host, session.token, now);
  const { create, repair, remove } = plan(wanted, look ? await session.list() : [], excluded);
  let created = 0;
  for (const subscription of create) {
    await turn(signal);
    if ((await session.create(subscription)) === 'created') created += 1;
  }
  for (const { id, subscription } of repair) await session.update(id, subscription);
  for (const id of remove) await session.remove(id);
  return { created, repaired: repair.length, removed: remove.length };
}

function inWords(
  { created, repaired, removed }: Changes,
  { excluded }: ProvisionedDomain,
): Pick<ProvisionedDomain['subscriptions'], 'status' | 'detail'> {
  if (excluded) return { status: 'removed', detail: `left out of the synchronization, ${removed} removed` };
  const detail = created > 0 ? 'both are there' : 'both were there already';
  return { status: 'created', detail: repaired > 0 ? `${detail}, ${repaired} repaired` : detail };
}
