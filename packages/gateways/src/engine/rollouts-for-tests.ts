import {
  days,
  minutes,
  type Proof,
  Refused,
  ROLL_OUT,
  type Rollout,
  type RolloutItem,
  type RolloutOrder,
  type RolloutPorts,
  rollOut,
  rolloutRun,
  Secret,
  type Subscriptions,
  Unreachable,
} from '@enablement/core';
import { createHostTurns, createRollouts } from '../postgres/index.ts';
import type { startTestDatabase } from '../postgres/testing.ts';
import { createMemoryEngine } from './memory/index.ts';

export const PORTAL = 'https://portal.northwind.example';
export const HOST = 'api-us.messaging.acrobits.example';
export const PASSWORD = 'canary-office-manager-9f3e';

export const silence = (retryAfter?: number) => new Unreachable('Nobody answered.', 'Wait.', { retryAfter });
export const refusal = () => new Refused('Acrobits says no (409).', 'Ask Acrobits.');
export const names = (count: number) => Array.from({ length: count }, (_, n) => `d${n + 1}.example`);
export const item = (domain: string, more: Partial<RolloutItem> = {}): RolloutItem => ({
  domain,
  login: `svc-softphone@${domain}`,
  account: 'as given',
  passwordEnv: 'ALL_PASSWORD',
  status: 'ahead',
  ...more,
});

const NOTHING_HELD = { from: Number.POSITIVE_INFINITY, until: Promise.resolve() };

/** Both vendors, and somebody who rolls out, in virtual time on a real ledger. */
export async function rollOutIn(server: Awaited<ReturnType<typeof startTestDatabase>>, { watch = minutes(10) } = {}) {
  const engine = createMemoryEngine();
  const accounts = new Map<string, string>();
  const provisioned: string[] = [];
  const trouble = new Map<string, Error[]>();
  const proofs = new Map<string, Proof>();
  let [underWay, most, dead] = [0, 0, false];
  let held = NOTHING_HELD;
  /** Acrobits subscribes at once, unless it is told to leave these out. */
  const unsubscribed = new Set<string>();
  const ports: RolloutPorts = {
    rollouts: createRollouts({ db: server.db, clock: engine.clock }),
    hostTurns: createHostTurns({ url: server.url }),
    clock: engine.clock,
    accessTo: async () => ({
      access: { portalUrl: PORTAL, clientId: 'acrobits-softphone', clientSecret: new Secret('x') },
      apiKey: new Secret('y'),
      login: { portalUrl: PORTAL, credential: { apiKey: new Secret('nss_z') } },
    }),
    passwordOf: (name) => (name === 'ALL_PASSWORD' ? new Secret(PASSWORD) : undefined),
    platform: {
      async prove(_access, { domain }) {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        if (dead) throw silence();
        return proofs.get(domain) ?? { proved: true, scope: 'Office Manager' };
      },
    },
    messaging: {
      async provision({ domain }) {
        if (provisioned.length >= held.from) await held.until;
        const error = trouble.get(domain)?.shift();
        if (error !== undefined) throw error;
        const again = provisioned.includes(domain);
        provisioned.push(domain);
        return again ? 'already existed' : 'created';
      },
    },
    rolloutPlatform: {
      domains: async () => names(9).map((domain, n) => ({ domain, reseller: n < 6 ? 'northwind' : 'initech' })),
      subscribed: async () =>
        new Map(
          provisioned
            .filter((domain) => !unsubscribed.has(domain))
            .map((domain): [string, Subscriptions] => [domain, { message: true, messagesession: true }]),
        ),
      serviceAccount: async (_login, domain) => accounts.get(domain),
      async makeServiceAccount(_login, domain) {
        const error = trouble.get(`account of ${domain}`)?.shift();
        if (error !== undefined) throw error;
        accounts.set(domain, 'Office Manager');
        return 'created';
      },
    },
  };
  await engine.serve([rollOut(ports, { watch })]);
  const { rollouts } = ports;
  const order = (more: Partial<RolloutOrder> = {}): RolloutOrder => ({
    fingerprint: 'f'.repeat(64),
    portalUrl: PORTAL,
    cloudId: 'NSACME',
    messagingHost: HOST,
    by: 'olivia',
    canary: 0,
    atOnce: 20,
    ...more,
  });
  const go = async ({ id, stint }: Pick<Rollout, 'id' | 'stint'>, long = days(1)): Promise<Rollout | undefined> => {
    await engine.start(ROLL_OUT, rolloutRun(id, stint), { rollout: id, stint });
    await engine.advance(long);
    return await rollouts.get(id);
  };
  const roll = async (items: readonly RolloutItem[], more: Partial<RolloutOrder> = {}) => {
    const begun = await rollouts.begin(order(more), items);
    if (begun.outcome === 'busy') throw new Error('busy');
    return await go({ id: begun.id, stint: 1 });
  };
  const turn = async (id: string, what: Parameters<typeof rollouts.turn>[1], more?: Parameters<typeof rollouts.turn>[3]) => {
    const turned = await rollouts.turn(id, what, 'olivia', more);
    return turned.outcome === 'turned' && turned.rollout.status === 'running' ? await go(turned.rollout) : turned;
  };
  /** Acrobits answers no more than `from` times until the function returned is called. */
  const hold = (from: number): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held = { from, until: promise };
    return () => {
      held = NOTHING_HELD;
      resolve();
    };
  };
  const setDead = (is: boolean) => {
    dead = is;
  };
  return {
    engine,
    ports,
    rollouts,
    accounts,
    provisioned,
    trouble,
    proofs,
    unsubscribed,
    order,
    roll,
    turn,
    go,
    setDead,
    hold,
    most: () => most,
  };
}
