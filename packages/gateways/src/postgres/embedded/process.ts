import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode, readIfThere } from './keep-once.ts';

export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The data directory in a home. Another major version cannot read this one's files, so the name carries it. */
export const dataIn = (home: string) => join(home, 'pg18');

/**
 * What the server wrote into postmaster.pid, when the process of that number really is the server of this data directory.
 * After a crash the file stays, and the number may belong to somebody else by then.
 */
export async function findServer(data: string): Promise<ServerProcess | undefined> {
  // Lines of postmaster.pid: pid, data directory, start time, port, socket directory, address, shared memory, status.
  const lines = ((await readIfThere(join(data, 'postmaster.pid'))) ?? '').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, data)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Shuts the server of this data directory down and waits for it. Nothing happens when it is down. */
export async function stopServer(data: string): Promise<void> {
  const server = await findServer(data);
  if (!server) return;
  // SIGINT is PostgreSQL's fast shutdown (open transactions are rolled back), SIGQUIT its immediate one.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    sendSignal(server.pid, signal);
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(20)) {
      if (!isServerOf(server.pid, data)) return;
    }
  }
  throw new Error(`PostgreSQL (process ${server.pid}) does not stop.`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

/** Only the first process of a server keeps its command line; its children replace theirs by a title. */
function isServerOf(pid: number, data: string): boolean {
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(data);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return ''; // No such process.
  }
}
