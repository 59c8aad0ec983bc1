import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { reaching } from './connect.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/**
 * Brings the tables up to date: every `NNNN-name.sql` that this database has not seen, in order, all or none. Programs that call
 * this at the same time wait for each other. Throws `Unreachable`, or an error that names the file which does not fit.
 */
export async function migrate<T>(db: Kysely<T>, folder = FOLDER): Promise<readonly string[]> {
  return reaching(async () => {
    const migrator = new Migrator({ db, provider: sqlFiles(folder) });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) {
      const failed = results.find((result) => result.status === 'Error')?.migrationName;
      if (!failed) throw error;
      throw new Error(`Migration ${failed} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    return results.map((result) => result.migrationName);
  });
}

function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const files = (await readdir(folder)).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file)).sort();
      const entries = files.map(async (file): Promise<[string, Migration]> => {
        const text = await readFile(join(folder, file), 'utf8');
        return [file.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }];
      });
      return Object.fromEntries(await Promise.all(entries));
    },
  };
}
