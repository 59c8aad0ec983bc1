import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Secret } from '../../packages/core/src/index.ts';
import { migrate, openDatabase, providePostgres } from '../../packages/gateways/src/postgres/index.ts';
import { createPasswords, loadSecretsKey, seal } from '../../packages/gateways/src/vault/index.ts';
import { freePorts, later } from '../lib/program.ts';
import { type Contender, cpuPerRequest, load, median, percentile, waits } from './measure.ts';
import type { Result } from './report.ts';
import { type Request, type Server, startServer } from './server.ts';

const FEW = 100;
const MANY = 100_000;
const CHUNK = 1_000;
const PASSWORD = 'mock-password';
/** A hash as cheap as it can be: the bench makes a hundred thousand, and none is looked at by what is measured. */
const CHEAP = { memory: 8, passes: 2 };
const bare = fileURLToPath(new URL('bare.ts', import.meta.url));

const login = (name: string) => ({ cloud_id: 'NSBENCH', cloud_username: name, cloud_password: PASSWORD });
const nameOf = (at: number) => `${1_000_000 + at}@bench.example`;

/** Users who have signed in before, written straight into the register. */
async function seedUsers(databaseUrl: string, dataDir: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  await migrate(db);
  const key = await loadSecretsKey({ env: {}, dataDir });
  const passwordHash = await createPasswords(key, CHEAP).hash(new Secret(PASSWORD));
  const now = new Date();
  for (let from = 0; from < MANY; from += CHUNK) {
    const rows = Array.from({ length: CHUNK }, (_, at) => {
      const name = nameOf(from + at);
      const [extension = ''] = name.split('@');
      const version = from + at + 1;
      const place = { owner: `phone NSBENCH/${name}`, field: 'SIP password' };
      const sealed = seal(key, place, version, new Secret(randomBytes(12).toString('hex')));
      return {
        cloud_id: 'NSBENCH',
        name,
        domain: 'bench.example',
        extension,
        device: `${extension}m`,
        display_name: `Person ${from + at}`,
        password_hash: passwordHash,
        wrapped_key: sealed.wrappedKey,
        ciphertext: sealed.ciphertext,
        version,
        proved_at: now,
        read_at: now,
      };
    });
    await db.insertInto('phone_logins').values(rows).execute();
  }
  await db.destroy();
}

function writeEnvironments(folder: string, portal: string): string {
  const file = path.join(folder, 'environments.yaml');
  const environment = (cloudId: string, portalUrl: string) =>
    `  - { cloudId: ${cloudId}, portalUrl: "${portalUrl}", coreHost: localhost, clientId: acrobits-softphone, clientSecret: { env: NS_CLIENT_SECRET } }\n`;
  writeFileSync(file, `environments:\n${environment('NSBENCH', 'https://nobody.invalid')}${environment('NSACME', portal)}`);
  return file;
}

/** In turn, so that every one of them is asked for. */
function cycle(count: number, request: (at: number) => Request): () => Request {
  let at = 0;
  return () => request(at++ % count);
}

const ratios = (above: readonly number[] = [], below: readonly number[] = []): number =>
  median(above.map((value, round) => value / (below[round] ?? Number.NaN)));

/** What phones get, against Express alone that answers the same constant document. */
export async function measurePhones(folder: string): Promise<Result[]> {
  const dataDir = path.join(folder, 'phones');
  mkdirSync(dataDir, { recursive: true });
  const postgres = await providePostgres(process.env.DATABASE_URL, path.join(dataDir, 'postgres'));
  const servers: Server[] = [];
  const start = async (name: string, program: string, env: Record<string, string> = {}): Promise<[Server, number]> => {
    const [port = 0] = await freePorts(1);
    const server = await startServer({ name, program, env, port });
    servers.push(server);
    return [server, port];
  };
  try {
    await seedUsers(postgres.url, dataDir);
    const [, mockPort] = await start('mock-netsapiens', 'apps/mock-netsapiens/src/main.ts', { DATA_DIR: dataDir });
    const env = {
      DATA_DIR: dataDir,
      DATABASE_URL: postgres.url,
      ENVIRONMENTS: writeEnvironments(folder, `https://localhost:${mockPort}`),
      NS_CLIENT_SECRET: 'mock-client-secret',
      NODE_EXTRA_CA_CERTS: path.join(dataDir, 'tls/cert.pem'),
      ALLOW_PRIVATE_HOSTS: '1',
      BELIEVED_SECONDS: '3600',
      HASH_MEMORY: String(CHEAP.memory),
    };
    const main = 'apps/provisioning/src/main.ts';
    const [few] = await start('provisioning, 100 users', main, env);
    const [many] = await start('provisioning, 100,000 users', main, env);
    const [alone] = await start('bare Express', bare);

    const signIn = (at: number): Request => ({
      method: 'POST',
      path: '/acrobits/provisioning',
      expected: 200,
      form: login(nameOf(at)),
    });
    await load(few, FEW, cycle(FEW, signIn));
    await load(many, MANY, cycle(MANY, signIn));

    const ada = { cloud_id: 'NSACME', cloud_username: '100@acme.example', cloud_password: PASSWORD };
    const unchanged = await few.header({ method: 'POST', path: '/acrobits/global', expected: 200, form: ada }, 'etag');
    const talk = (reprovision: string): Request => ({
      method: 'GET',
      path: `/sessiontalk/provisioning/NSACME?${new URLSearchParams({ username: ada.cloud_username, password: PASSWORD, reprovision, deviceId: '3kQs875391li29' })}`,
      expected: 200,
    });
    await few.ask(talk('false'));

    const query = new URLSearchParams(ada);
    const contenders: Contender[] = [
      { server: alone, next: () => ({ method: 'POST', path: '/account', expected: 200, form: login(nameOf(0)) }) },
      { server: few, next: cycle(FEW, signIn) },
      { server: many, next: cycle(MANY, signIn) },
      { server: alone, next: () => ({ method: 'GET', path: `/account?${query}`, expected: 200 }) },
      {
        server: few,
        next: () => ({
          method: 'GET',
          path: `/acrobits/global?${query}`,
          expected: 304,
          headers: { 'if-none-match': unchanged },
        }),
      },
      { server: few, next: () => talk('true') },
    ];
    const cpu = await cpuPerRequest(contenders, { rounds: 11, requests: 2_000, warmUp: 6_000 });
    const slow: number[][] = [];
    for (const contender of contenders) slow.push(await waits(contender, 3_000));
    // Garbage of the load is not what the users take.
    await later(2_000);
    const memory = (await many.memory()) / 2 ** 20;

    const said = (at: number) =>
      `${median(cpu[at] ?? []).toFixed(0)} µs, p50 ${percentile(slow[at] ?? [], 0.5).toFixed(1)} ms, p99 ${percentile(slow[at] ?? [], 0.99).toFixed(1)} ms`;
    const against = (name: string, at: number, base: number, goal: number): Result => ({
      name,
      ratio: ratios(cpu[base], cpu[at]),
      goal,
      sense: 'at least',
      detail: `${said(base)} against ${said(at)}`,
    });
    return [
      against('phone: warm sign-in, bare Express with a constant document against it (CPU)', 1, 0, 0.5),
      against('phone: Quick Dial not modified (304), the same (CPU)', 4, 3, 0.7),
      against('phone: SessionTalk’s `update:false`, the same (CPU)', 5, 3, 0.7),
      {
        name: 'phone: warm sign-in with 100,000 users seen, against 100 (CPU)',
        ratio: ratios(cpu[2], cpu[1]),
        goal: 1.2,
        sense: 'at most',
        detail: `${said(2)} against ${said(1)}`,
      },
      {
        name: 'phone: memory with 100,000 users seen, against 300 MiB',
        ratio: memory / 300,
        goal: 1,
        sense: 'at most',
        detail: `${memory.toFixed(0)} MiB`,
      },
    ];
  } finally {
    for (const server of servers) await server.stop();
    await postgres.stop();
  }
}
