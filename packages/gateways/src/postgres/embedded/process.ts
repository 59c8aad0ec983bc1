import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from './keep-once.ts';

export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

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

/** Only the first process of a server keeps its command line; its children replace theirs by a title. */
export function isServerOf(pid: number, data: string): boolean {
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
