import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { freePorts, type Program, ROOT, startProgram } from '../../scripts/lib/program.ts';

/** Both vendors' mocks, whose core answers SIP too, and a folder for files. */
export interface Vendors {
  readonly netsapiens: string;
  readonly acrobits: string;
  /** An environment as a file declares it, right in every value. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** `npm run check -- <file> …`; the secrets of the environment above are set, and `env` is set too. */
  check(declared: unknown, words?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Said>;
  /** Any command of the command line. */
  command(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Said>;
  readonly dataDir: string;
  close(): Promise<void>;
}

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What `--json` prints, one a line. */
export interface Told {
  readonly target: string;
  readonly check: string;
  readonly status: 'passed' | 'failed' | 'unknown';
  readonly owner: string;
  readonly fix: string;
}

export const toldBy = ({ out }: Said): readonly Told[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

export const failedIn = (said: Said): readonly string[] =>
  toldBy(said).flatMap(({ check, status }) => (status === 'failed' ? [check] : []));

export async function openVendors(): Promise<Vendors> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-check-'));
  const [ns = 0, sip = 0, sips = 0, acrobits = 0, smtp = 0] = await freePorts(5);
  const programs: Program[] = [];
  const close = async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await rm(dataDir, { recursive: true, force: true });
  };
  const shared = { DATA_DIR: dataDir, NODE_EXTRA_CA_CERTS: path.join(dataDir, 'tls/cert.pem'), NODE_NO_WARNINGS: '1' };
  try {
    const netsapiens = { PORT: String(ns), SIP_PORT: String(sip), SIP_TLS_PORT: String(sips), DATA_DIR: dataDir };
    const name = 'mock-netsapiens';
    programs.push(await startProgram({ name, main: 'apps/mock-netsapiens/src/main.ts', ready: /listening/, env: netsapiens }));
    programs.push(
      await startProgram({
        name: 'mock-acrobits',
        main: 'apps/mock-acrobits/src/main.ts',
        ready: /listening/,
        env: { ...shared, PORT: String(acrobits), SMTP_PORT: String(smtp), MESSAGING_HOST: `localhost:${acrobits}` },
      }),
    );
  } catch (error) {
    await close();
    throw error;
  }
  const secrets = {
    NS_CLIENT_SECRET: 'mock-client-secret',
    ACROBITS_API_KEY: 'mock-cloud-api-key',
    OFFICE_MANAGER: 'mock-password',
  };
  const command: Vendors['command'] = (words, env = {}) =>
    run(words, { ...shared, ...secrets, ALLOW_PRIVATE_HOSTS: '1', ...env });
  return {
    netsapiens: `http://127.0.0.1:${ns}`,
    acrobits: `http://127.0.0.1:${acrobits}`,
    dataDir,
    environment: {
      cloudId: 'NSACME',
      portalUrl: `https://localhost:${ns}`,
      coreHost: 'localhost',
      corePort: sip,
      coreTlsPort: sips,
      clientId: 'acrobits-softphone',
      clientSecret: { env: 'NS_CLIENT_SECRET' },
      messagingHost: `localhost:${acrobits}`,
      apiKey: { env: 'ACROBITS_API_KEY' },
    },
    command,
    async check(declared, words = [], env = {}) {
      const file = path.join(dataDir, `declared-${Math.random().toString(36).slice(2)}.yaml`);
      await writeFile(file, typeof declared === 'string' ? declared : stringify(declared));
      return command(['check', file, ...words], env);
    },
    close,
  };
}

async function run(words: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> {
  const child = promisify(execFile)(process.execPath, [path.join(ROOT, 'apps/cli/src/main.ts'), ...words], {
    env: { ...process.env, ...env },
  });
  return child.then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, out: stdout, err: stderr }),
  );
}
