import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts, startProgram } from '../../scripts/lib/program.ts';
import { postgresHome } from '../canaries/data-dir.ts';

const ENVIRONMENT = (portal: string) =>
  `environments:\n  - { cloudId: NSACME, portalUrl: "${portal}", coreHost: localhost, clientId: acrobits-softphone, clientSecret: { env: NS_CLIENT_SECRET } }\n`;

/** Two replicas of what phones call, with an environment of a file, their database and a platform; nothing else runs. */
export interface Replicas {
  readonly dataDir: string;
  readonly urls: readonly [string, string];
  readonly netsapiens: string;
  /** Everything that both have printed, also before they were started again. */
  output(): string;
  startAgain(): Promise<void>;
  startDatabase(): Promise<void>;
  stopDatabase(): Promise<void>;
  close(): Promise<void>;
}

export async function openReplicas(settings: Readonly<Record<string, string>>): Promise<Replicas> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-replicas-'));
  const [mockPort = 0, one = 0, other = 0] = await freePorts(3);
  const env = { DATA_DIR: dataDir, NODE_NO_WARNINGS: '1' };
  const startDatabase = () =>
    startProgram({ name: 'postgres', main: 'packages/gateways/src/postgres/main.ts', ready: /postgres ready/, env });
  let database = await startDatabase();
  // Named, so that nobody starts it again while it is to be away.
  const home = await postgresHome(dataDir);
  const [password, port] = await Promise.all(['password', 'port'].map((name) => readFile(path.join(home, name), 'utf8')));
  const DATABASE_URL = `postgres://enablement:${password}@127.0.0.1:${port}/enablement`;
  const mockEnv = { ...env, PORT: String(mockPort) };
  const mock = await startProgram({
    name: 'netsapiens',
    main: 'apps/mock-netsapiens/src/main.ts',
    ready: /listening/,
    env: mockEnv,
  });
  const environments = path.join(dataDir, 'environments.yaml');
  await writeFile(environments, ENVIRONMENT(`https://localhost:${mockPort}`));
  const start = (at: number) =>
    startProgram({
      name: `provisioning at ${at}`,
      main: 'apps/provisioning/src/main.ts',
      ready: /provisioning listening/,
      env: {
        ...env,
        ...settings,
        DATABASE_URL,
        PORT: String(at),
        ENVIRONMENTS: environments,
        NS_CLIENT_SECRET: 'mock-client-secret',
        NODE_EXTRA_CA_CERTS: path.join(dataDir, 'tls/cert.pem'),
        ALLOW_PRIVATE_HOSTS: '1',
      },
    });
  let programs = [await start(one), await start(other)];
  const past: string[] = [];
  const stopBoth = async () => {
    past.push(...programs.map((program) => program.output()));
    await Promise.all(programs.map((program) => program.stop()));
  };
  return {
    dataDir,
    urls: [`http://127.0.0.1:${one}`, `http://127.0.0.1:${other}`],
    netsapiens: `http://127.0.0.1:${mockPort}`,
    output: () => [...past, ...programs.map((program) => program.output())].join('\n'),
    async startAgain() {
      await stopBoth();
      programs = [await start(one), await start(other)];
    },
    async startDatabase() {
      database = await startDatabase();
    },
    stopDatabase: () => database.stop(),
    async close() {
      await stopBoth();
      await mock.stop();
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
