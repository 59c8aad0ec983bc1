import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { domainRun, type Links, Secret } from '../../packages/core/src/index.ts';
import { createLinks, createRegister, openDatabase, providePostgres } from '../../packages/gateways/src/postgres/index.ts';
import { createVault, loadSecretsKey } from '../../packages/gateways/src/vault/index.ts';
import { call, eventually } from '../lib/person.ts';
import type { Stack } from '../lib/stack.ts';

/** A run with many domains that has something to do for as long as credentials come in. */
export interface BusyRun {
  /** What has ended so far. */
  done(): Promise<Progress>;
  stop(): Promise<void>;
}

export interface Progress {
  /** Domains that are synchronized. */
  readonly domains: number;
  readonly steps: number;
}

const PASSWORD = 'mock-password';
const BY = 'U0OLIVIA';
/** Credentials that come in at the same time, as from a team that fills pages in. */
const AT_ONCE = 4;

/**
 * Enables an environment and gives it this many domains, whose credentials come in one after the other from then on. Their subscriptions
 * are in NetSapiens already: Acrobits makes three a second, and the bot would look for them in vain instead of ending domains.
 */
export async function startBusyRun(stack: Stack, dataDir: string, count: number): Promise<BusyRun> {
  const domains = Array.from({ length: count }, (_, n) => `d${n}.bench.example`);
  const login = (domain: string) => `integration-office-manager@${domain}`;
  await call(`${stack.urls.netsapiens}/_mock/seed`, {
    domains: domains.map((domain) => ({ domain })),
    users: domains.map((domain) => ({ domain, user: '900', login: login(domain), password: PASSWORD, scope: 'Office Manager' })),
    subscriptions: domains.flatMap((domain) =>
      ['message', 'messagesession'].map((model) => ({ domain, model, postUrl: `https://${stack.urls.messagingHost}/events` })),
    ),
  });
  await call(`${stack.urls.acrobits}/_mock/switches`, { subscriptions: 'left to the repair' });
  const postgres = await providePostgres(undefined, path.join(dataDir, 'postgres'));
  const db = openDatabase(postgres.url);
  const key = await loadSecretsKey({ env: {}, dataDir });
  const clock = { now: () => new Date() };
  const vault = createVault({ db, key });
  const register = createRegister({ db, vault, clock });
  const links = createLinks({ db, vault, key, clock });
  const request = {
    cspCompany: 'Bench Telecom',
    contactName: 'Alex Example',
    contactEmail: 'ops@northwind.example',
    contactPhone: undefined,
    portalUrl: stack.urls.portal,
    coreHost: 'localhost',
    clientId: 'acrobits-softphone',
    domains: [],
  };
  const { id } = await register.request(request, BY, 'C0OPS', randomUUID(), 'T0NORTH');
  await give(links, { enablement: id, field: 'client secret' }, 'mock-client-secret');
  await eventually('the environment is enabled', async () => (await register.get(id))?.status === 'enabled', 60_000);
  for (let start = 0; start < count; start += 250) await register.want(id, domains.slice(start, start + 250), BY);
  const started = db
    .selectFrom('steps')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('enablement', '=', id)
    .where('run', 'like', domainRun(id, '%'));
  await eventually('each domain waits', async () => Number((await started.executeTakeFirstOrThrow()).count) >= count, 600_000);

  const waiting = [...domains];
  const work = async () => {
    for (let domain = waiting.shift(); domain !== undefined; domain = waiting.shift())
      await give(links, { enablement: id, domain, field: 'Office Manager password' }, PASSWORD, login(domain));
  };
  const working = Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    async done() {
      const { domains, steps } = await db
        .selectNoFrom((eb) => [
          eb
            .selectFrom('domains')
            .select((eb) => eb.fn.countAll<string>().as('count'))
            .where('enablement', '=', id)
            .where('status', '=', 'synchronized')
            .as('domains'),
          eb
            .selectFrom('steps')
            .select((eb) => eb.fn.countAll<string>().as('count'))
            .where('enablement', '=', id)
            .where('status', '=', 'done')
            .as('steps'),
        ])
        .executeTakeFirstOrThrow();
      return { domains: Number(domains), steps: Number(steps) };
    },
    async stop() {
      waiting.length = 0;
      await working;
      await db.destroy();
      await postgres.stop();
    },
  };
}

async function give(
  links: Links,
  { enablement, domain, field }: { enablement: string; domain?: string; field: 'client secret' | 'Office Manager password' },
  secret: string,
  login?: string,
): Promise<void> {
  const { token, code } = await links.issue({
    owner: { enablement, domain },
    field,
    person: BY,
    expires: new Date(Date.now() + 600_000),
  });
  await links.accept(token, code, new Secret(secret), login);
}
