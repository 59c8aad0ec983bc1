import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from '../desk.ts';
import { type Cloud, callbackPassword, type ProvisionedDomain } from '../state.ts';
import { createSubscription, logIn, PlatformProblem, type Subscription, type Token } from './netsapiens.ts';

/** Creates the two subscriptions of a domain after the answer was given; nobody waits for it, the desk shows how it went. */
export interface Subscriber {
  subscribe(cloud: Cloud, domain: ProvisionedDomain): void;
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

  async function work(cloud: Cloud, domain: ProvisionedDomain, signal: AbortSignal): Promise<void> {
    const say = (status: ProvisionedDomain['subscriptions']['status'], detail: string, attempts: number): void => {
      if (signal.aborted) return;
      domain.subscriptions = { status, detail, attempts, at: desk.now().toISOString() };
      desk.changed();
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        say('working', `try ${attempt}`, attempt);
        const outcomes = await createBoth(cloud, domain, cloud.messagingHost ?? ownHost(), desk.now(), signal);
        say(
          'created',
          outcomes.every((outcome) => outcome === 'already there') ? 'both were there already' : 'both are there',
          attempt,
        );
        return;
      } catch (error) {
        if (!(error instanceof PlatformProblem)) throw error;
        const wait = pauses[attempt - 1];
        if (!error.again || wait === undefined || signal.aborted) return say('failed', error.message, attempt);
        say('working', `${error.message}; trying again`, attempt);
        await pause(wait, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
      }
    }
  }

  return {
    subscribe(cloud, domain) {
      // One conversation per domain at a time: a repeated call waits for the first and then makes sure again.
      const before = underWay.get(domain) ?? Promise.resolve();
      const { signal } = stopping;
      const job: Promise<void> = before
        .then(() => (signal.aborted ? undefined : work(cloud, domain, signal)))
        .finally(() => {
          if (underWay.get(domain) === job) underWay.delete(domain);
        });
      underWay.set(domain, job);
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

async function createBoth(
  cloud: Cloud,
  domain: ProvisionedDomain,
  messagingHost: string,
  now: Date,
  signal: AbortSignal,
): Promise<('created' | 'already there')[]> {
  const { handedOver } = cloud;
  const { officeManager } = domain;
  if (handedOver === undefined) {
    throw new PlatformProblem(`No OAuth client is filed under ${cloud.cloudId} yet: file the hand-off first`, false);
  }
  if (officeManager === undefined) throw new PlatformProblem('No Office Manager was given for this domain', false);
  const username = officeManager.name.includes('@') ? officeManager.name : `${officeManager.name}@${domain.domain}`;
  const token = await logIn({ ...handedOver, username, password: officeManager.password }, signal);
  const outcomes: ('created' | 'already there')[] = [];
  for (const model of ['message', 'messagesession'] as const) {
    const subscription = describe(model, cloud, domain, messagingHost, token, now);
    outcomes.push(await createSubscription(handedOver.portalUrl, token, subscription, signal));
  }
  return outcomes;
}

/** Member by member what Acrobits' own public subscription tool (netsapiens-subscription-manager) sends. */
function describe(
  model: Subscription['model'],
  cloud: Cloud,
  { domain, editable }: ProvisionedDomain,
  messagingHost: string,
  token: Token,
  now: Date,
): Subscription {
  const path = model === 'message' ? 'message' : 'message-session';
  const cloudId = encodeURIComponent(cloud.cloudId) + (editable ? '*' : '');
  const password = encodeURIComponent(callbackPassword(cloud));
  return {
    model,
    'post-url': `https://${messagingHost}/netsapiens/callbacks/${cloudId}/${path}?password=${password}`,
    domain,
    reseller: token.reseller,
    user: '*',
    'user-scope': token.scope,
    'subscription-geo-support': 'yes',
    // Host alone: with a scheme in front NetSapiens keeps the subscription but never runs it.
    'preferred-server': new URL(cloud.handedOver?.portalUrl ?? '').hostname,
    'subscription-expires-datetime': inTwentyYears(now),
  };
}

/** `YYYY-MM-DD HH:MM:SS` in UTC. */
function inTwentyYears(now: Date): string {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() + 20);
  return then.toISOString().slice(0, 19).replace('T', ' ');
}
