import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

const LOCKED = 5; // SQLITE_BUSY

/**
 * One at a time among all programs that use the same file. The operating system holds the lock (through SQLite, the one thing
 * in Node that can ask for such a lock), so it ends with the process, also after a kill -9; a file with a process id in it would not.
 */
export async function withLock<T>(file: string, patience: number, act: () => Promise<T>): Promise<T> {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    const deadline = Date.now() + patience;
    while (!tryLock(database)) {
      if (Date.now() > deadline) throw new Error(`Another program has been starting PostgreSQL for too long (${file}).`);
      await pause(50);
    }
    return await act();
  } finally {
    database.close();
  }
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === LOCKED) return false;
    throw error;
  }
}
