import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { hasCode } from './keep-once.ts';
import { settlePort } from './port.ts';
import { findServer, type ServerProcess } from './process.ts';

export interface Site {
  readonly home: string;
  readonly data: string;
  readonly account: Account | undefined;
  readonly password: string;
  readonly durable: boolean;
  readonly connections: number;
}

const BIGGEST_LOG = 10_000_000;

/** Makes the data directory aside and moves it into place, so that a creation that was killed leaves nothing half-made. */
export async function createCluster(site: Site, binaries: Binaries): Promise<boolean> {
  if (await isThere(join(site.data, 'PG_VERSION'))) return false;
  const draft = join(site.home, `data-draft.${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, site.password, { mode: 0o600 });
  try {
    if (site.account) {
      await chown(draft, site.account.uid, site.account.gid);
      await chown(passwordFile, site.account.uid, site.account.gid);
    }
    const speed = site.durable ? [] : ['--no-sync'];
    const how = [
      '-U',
      'enablement',
      `--pwfile=${passwordFile}`,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-instructions',
    ];
    const initdb = spawn(binaries.program('initdb'), ['-D', draft, ...how, ...speed], {
      ...site.account,
      cwd: '/',
      env: binaries.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    initdb.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    const [code] = await once(initdb, 'close');
    if (code !== 0) throw new Error(`PostgreSQL could not make its data directory ${site.data}: ${said.trim()}`);
    await rename(draft, site.data);
    return true;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server and waits until it is ready. Only called under the lock of the home. */
export async function startServer(site: Site, binaries: Binaries): Promise<ServerProcess> {
  const log = join(site.home, 'postgres.log');
  if (((await isThere(log)) ?? 0) > BIGGEST_LOG) await rm(log);
  // A server that was killed leaves children for a moment, and they keep a new one from starting.
  for (let attempt = 0; attempt < 20; attempt++) {
    await rm(join(site.data, 'postmaster.pid'), { force: true });
    const child = await launch(site, binaries, log, await settlePort(site.home));
    while (child.exitCode === null && child.signalCode === null) {
      const server = await findServer(site.data);
      if (server?.ready) return server;
      await pause(20);
    }
    await pause(250);
  }
  const last = (await readFile(log, 'utf8')).trim().split('\n').slice(-3).join(' / ');
  throw new Error(`PostgreSQL did not start in ${site.data}. Its last words: ${last}`);
}

/** Detached: the server outlives us, and whoever comes next finds it. */
async function launch(site: Site, binaries: Binaries, log: string, port: number): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: String(site.connections),
    shared_buffers: '32MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Neither statements nor the values of a violated key are written to the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(site.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const out = await open(log, 'a', 0o600);
  try {
    const child = spawn(binaries.program('postgres'), ['-D', site.data, '-p', String(port), ...options], {
      ...site.account,
      cwd: '/',
      detached: true,
      env: binaries.env,
      stdio: ['ignore', out.fd, out.fd],
    });
    await once(child, 'spawn');
    child.unref();
    return child;
  } finally {
    await out.close();
  }
}

/** The size of a file that exists. */
async function isThere(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
