import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';
import { hasCode, keepOnce, readIfThere } from './keep-once.ts';
import { dataIn, stopServer } from './process.ts';

/** Survives a reboot and may be entered by everybody, on Linux and on macOS. */
const ELSEWHERE = '/var/tmp';
const NAME = 'enablement-postgres-';
/** The file in a home elsewhere that says for which directory it is. */
const OWNER = 'belongs-to';

/**
 * The directory in which the server's files live: `dir` itself, or, when we are root and the server's account cannot get
 * there (a project below /root, a private temporary directory), a directory below /var/tmp whose name is kept in `dir`.
 * So deleting `dir` starts afresh in both cases.
 */
export async function makeHome(dir: string, account: Account | undefined): Promise<string> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (!account) return dir;

  const real = await realpath(dir);
  // Files that have moved stay where they are, whatever the way to `dir` looks like by now.
  const moved = (await findHome(real)) !== real;
  if (!moved && canReach(dirname(real), account)) {
    await chown(real, account.uid, account.gid);
    return dir;
  }
  await sweepAbandoned(account);
  const home = await keepOnce(pointer(real), () => join(ELSEWHERE, `${NAME}${randomBytes(8).toString('hex')}`));
  await claim(home, account);
  await keepOnce(join(home, OWNER), () => real);
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
  if (!(await isOurs(home, account))) {
    throw new Error(`${home} belongs to somebody else; delete the directory that points to it, or set DATABASE_URL.`);
  }
  await chown(home, account.uid, account.gid);
}

/**
 * Removes homes of temporary directories that are gone: what tests and demos left behind. Others are kept, because a directory
 * that is not there today may be on a disk that is there again tomorrow.
 */
async function sweepAbandoned(account: Account): Promise<void> {
  for (const name of await readdir(ELSEWHERE)) {
    const home = join(ELSEWHERE, name);
    if (!name.startsWith(NAME) || !(await isOurs(home, account))) continue;
    const owner = await readIfThere(join(home, OWNER));
    if (!owner?.startsWith(join(await realpath(tmpdir()), '/')) || (await readIfThere(pointer(owner))) === home) continue;
    await stopServer(dataIn(home));
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function isOurs(home: string, account: Account): Promise<boolean> {
  try {
    const found = await lstat(home);
    return found.isDirectory() && (found.uid === 0 || found.uid === account.uid);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false; // Somebody else is sweeping as well.
    throw error;
  }
}
