import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ROLL_OUT,
  type RolloutItem,
  type RolloutPorts,
  rollOut,
  rolloutRun,
  Secret,
  seconds,
} from '../../packages/core/src/index.ts';
import { createMessaging } from '../../packages/gateways/src/acrobits/index.ts';
import { createDbosEngine } from '../../packages/gateways/src/engine/dbos/index.ts';
import { createNet } from '../../packages/gateways/src/net/index.ts';
import { createPlatform } from '../../packages/gateways/src/netsapiens/index.ts';
import { createRolloutPlatform } from '../../packages/gateways/src/netsapiens/rollouts.ts';
import { ensurePostgres } from '../../packages/gateways/src/postgres/embedded.ts';
import { createHostTurns, createRollouts, migrate, openDatabase } from '../../packages/gateways/src/postgres/index.ts';
import { removePostgres } from '../../packages/gateways/src/postgres/testing.ts';
import { freePorts, later } from '../lib/program.ts';
import { startServer } from './server.ts';

/** The vendors, as a roll-out and a plain loop reach them. */
export type Vendors = Pick<RolloutPorts, 'platform' | 'messaging' | 'rolloutPlatform' | 'accessTo' | 'passwordOf'> & {
  readonly portalUrl: string;
  readonly messagingHost: string;
};

const clock = { now: () => new Date() };
const PASSWORD = 'mock-password';
export const managerOf = (domain: string): string => `om@${domain}`;
export const names = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}${n}.example`);

/** Both mocks as processes of their own. */
export async function startVendors(folder: string) {
  const [one = 0, two = 0, smtp = 0] = await freePorts(3);
  const netsapiens = await startServer({
    name: 'mock-netsapiens',
    program: 'apps/mock-netsapiens/src/main.ts',
    env: { DATA_DIR: folder },
    port: one,
  });
  const env = {
    DATA_DIR: folder,
    SMTP_PORT: String(smtp),
    MESSAGING_HOST: `localhost:${two}`,
    NODE_EXTRA_CA_CERTS: path.join(folder, 'tls/cert.pem'),
  };
  const acrobits = await startServer({ name: 'mock-acrobits', program: 'apps/mock-acrobits/src/main.ts', env, port: two });
  /** Acrobits forgets the domains that it has taken. It makes no subscriptions: at three a second these would be all that is measured. */
  const forget = async (): Promise<void> => {
    await acrobits.ask({ method: 'POST', path: '/_mock/reset', expected: 200 });
    const body = { subscriptions: 'left to the repair' };
    await acrobits.ask({ method: 'POST', path: '/_mock/switches', expected: 200, body });
  };
  await forget();
  const net = createNet({ allowPrivateHosts: true, ca: readFileSync(path.join(folder, 'tls/cert.pem'), 'utf8') });
  const portalUrl = `https://localhost:${one}`;
  const secret = (text: string) => new Secret(text);
  const access = { portalUrl, clientId: 'acrobits-softphone', clientSecret: secret('mock-client-secret') };
  const credential = { ...access, username: 'super@system.example', password: secret(PASSWORD) };
  const vendors: Vendors = {
    portalUrl,
    messagingHost: `localhost:${two}`,
    platform: createPlatform({ fetch: net.fetch, clock }),
    // Short, so that an answer that never comes does not hold up the bench.
    messaging: createMessaging({ fetch: net.fetch, clock, timeout: seconds(3) }),
    rolloutPlatform: createRolloutPlatform({ fetch: net.fetch, clock }),
    accessTo: async () => ({ access, apiKey: secret('mock-cloud-api-key'), login: { portalUrl, credential } }),
    passwordOf: () => secret(PASSWORD),
  };
  /** Domains with an Office Manager each, `more` of whom are not as they should be. */
  const plant = async (domains: readonly string[], more: (place: number) => object = () => ({})) => {
    for (let from = 0; from < domains.length; from += 500) {
      const part = domains.slice(from, from + 500);
      const users = part.map((domain, n) => ({
        domain,
        user: '900',
        login: managerOf(domain),
        password: PASSWORD,
        scope: 'Office Manager',
        ...more(from + n),
      }));
      const body = { domains: part.map((domain) => ({ domain })), users };
      await netsapiens.ask({ method: 'POST', path: '/_mock/seed', expected: 200, body });
    }
  };
  return {
    vendors,
    netsapiens,
    acrobits,
    plant,
    forget,
    async stop() {
      await net.close();
      await Promise.all([netsapiens.stop(), acrobits.stop()]);
    },
  };
}

/** Roll-outs as the command line does them, with a PostgreSQL that waits for its disk. */
export async function startRollingOut(vendors: Vendors) {
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-postgres-'));
  const postgres = await ensurePostgres(dir);
  const db = openDatabase(postgres.url);
  await migrate(db);
  const rollouts = createRollouts({ db, clock });
  const engine = await createDbosEngine({ url: postgres.url, executorId: 'bench' });
  await engine.serve([rollOut({ ...vendors, rollouts, clock, hostTurns: createHostTurns({ url: postgres.url }) }, { watch: 0 })]);
  let plans = 0;
  const go = async (id: string, stint: number) => {
    await engine.start(ROLL_OUT, rolloutRun(id, stint), { rollout: id, stint });
    for (;;) {
      const rollout = await rollouts.get(id);
      if (rollout !== undefined && rollout.status !== 'running') return rollout;
      await later(400);
    }
  };
  return {
    rollouts,
    /** From the order to the end. */
    async roll(domains: readonly string[]) {
      const items = domains.map(
        (domain): RolloutItem => ({ domain, login: managerOf(domain), account: 'as given', passwordEnv: 'ALL', status: 'ahead' }),
      );
      plans += 1;
      const { portalUrl, messagingHost } = vendors;
      const order = {
        fingerprint: String(plans),
        portalUrl,
        messagingHost,
        cloudId: 'NSACME',
        by: 'bench',
        canary: 0,
        atOnce: 20,
      };
      const begun = await rollouts.begin(order, items);
      if (begun.outcome === 'busy') throw new Error(`${begun.other.id} is not finished`);
      return await go(begun.id, 1);
    },
    async again(id: string, turn: 'retry' | 'resume') {
      const turned = await rollouts.turn(id, turn, 'bench');
      if (turned.outcome !== 'turned') throw new Error(`${id} could not ${turn}`);
      return await go(id, turned.rollout.stint);
    },
    async stop() {
      await engine.close();
      await db.destroy();
      await removePostgres(dir);
    },
  };
}
