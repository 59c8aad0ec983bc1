import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user a server runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. There it runs as `postgres`, or as `nobody`, which every Unix has. */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = askId('-u', name);
    const gid = askId('-g', name);
    if (uid && gid) return { uid, gid };
  }
  throw new Error('PostgreSQL cannot run as root and this machine has neither a user postgres nor nobody; set DATABASE_URL.');
}

function askId(flag: string, name: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined; // `id` answers an unknown name with a failure; the next name is tried.
  }
}

/** Whether the account may enter every directory above `path` and read and execute `path` itself, by the permission bits. */
export function canReach(path: string, account: Account): boolean {
  if (!allows(path, account, 0o5)) return false;
  for (let above = dirname(path); ; above = dirname(above)) {
    if (!allows(above, account, 0o1)) return false;
    if (above === dirname(above)) return true;
  }
}

function allows(path: string, account: Account, wanted: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  return (bits & wanted) === wanted;
}
