import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';
import { hasCode, keepOnce, readIfThere } from './keep-once.ts';

/** Survives a reboot and may be entered by everybody, on Linux and on macOS. */
const ELSEWHERE = '/var/tmp';

/**
 * The directory in which the server's files live: `dir` itself, or, when we are root and the server's account cannot get
 * there (a project below /root, a private temporary directory), a directory below /var/tmp whose name is kept in `dir`.
 * So deleting `dir` starts afresh in both cases.
 */
export async function makeHome(dir: string, account: Account | undefined): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (!account) return dir;

  const real = await realpath(dir);
  if (canReach(dirname(real), account)) {
    await chown(real, account.uid, account.gid);
    return dir;
  }
  const home = await keepOnce(pointer(dir), () => join(ELSEWHERE, `enablement-postgres-${randomBytes(8).toString('hex')}`));
  await claim(home, account);
  return home;
}

/** The same place, without making anything. */
export async function findHome(dir: string): Promise<string> {
  return (await readIfThere(pointer(dir))) ?? dir;
}

const pointer = (dir: string) => join(dir, 'moved-to');

/** /var/tmp is open to everybody, so a directory somebody else put there under our name is not used. */
async function claim(home: string, account: Account): Promise<void> {
  try {
    await mkdir(home, { mode: 0o700 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  const found = await lstat(home);
  if (!found.isDirectory() || (found.uid !== 0 && found.uid !== account.uid)) {
    throw new Error(`${home} belongs to somebody else; delete the directory that points to it, or set DATABASE_URL.`);
  }
  await chown(home, account.uid, account.gid);
}
