import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../scripts/lib/program.ts';
import { CLIENT_SECRET, PASSWORD, type Stage } from './stage.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const MAIN = path.join(ROOT, 'apps/cli/src/main.ts');

type Env = Readonly<Record<string, string>>;

/** `npm run enablement -- …`, run to its end. */
export async function enablement(env: Env, ...words: readonly string[]): Promise<Said> {
  const options = { env: { ...process.env, NODE_NO_WARNINGS: '1', ...env }, maxBuffer: 64 * 1024 * 1024 };
  return promisify(execFile)(process.execPath, [MAIN, ...words], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, out: stdout, err: stderr }),
  );
}

/** The same, until it is killed as `kill -9` does; true when it had ended by itself before. */
export async function enablementKilledAfter(milliseconds: number, env: Env, ...words: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const ended = await new Promise<boolean>((resolve) => child.once('exit', (_code, signal) => resolve(signal === null)));
  clearTimeout(timer);
  return ended;
}

/** What somebody who runs the platform of this stage has in the environment: a Super User of the mock. */
export const operatorsEnv = ({ stack, dataDir }: Stage): Env => ({
  DATA_DIR: dataDir,
  ...(stack.databaseUrl === undefined ? {} : { DATABASE_URL: stack.databaseUrl }),
  NODE_EXTRA_CA_CERTS: path.join(dataDir, 'tls/cert.pem'),
  ALLOW_PRIVATE_HOSTS: '1',
  NS_PORTAL_URL: stack.urls.portal,
  NS_CLIENT_ID: 'acrobits-softphone',
  NS_CLIENT_SECRET: CLIENT_SECRET,
  NS_USERNAME: 'super@system.example',
  NS_PASSWORD: PASSWORD,
});
