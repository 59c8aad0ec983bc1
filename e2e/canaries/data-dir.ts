import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type Place, place } from './canary.ts';

/** Where the embedded PostgreSQL lives: in the data directory, or, when root started it, where a file there says. */
export async function postgresHome(dataDir: string): Promise<string> {
  const usual = path.join(dataDir, 'postgres');
  return readFile(path.join(usual, 'moved-to'), 'utf8').catch(() => usual);
}

export async function openPostgres(home: string): Promise<pg.Client> {
  const [password, port] = await Promise.all(['password', 'port'].map((name) => readFile(path.join(home, name), 'utf8')));
  const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user: 'enablement', password, database: 'enablement' });
  // The server is stopped before us, which is no news.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Every table of every schema (ours, the engine’s, PostgreSQL’s own), each row as text. */
export async function readTables(client: pg.Client): Promise<readonly Place[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables order by 1`,
  );
  const places: Place[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
    places.push(place(name, rows.map(({ text }) => text).join('\n')));
  }
  return places;
}

/** Every file below the data directory, wherever its PostgreSQL lives, but the programs of PostgreSQL itself. */
export async function readDataDir(dataDir: string, home: string): Promise<readonly Place[]> {
  const elsewhere = home.startsWith(dataDir) ? [] : await readFiles(home);
  const places = [...(await readFiles(dataDir)), ...elsewhere.map(({ name, bytes }) => ({ name: `postgres/${name}`, bytes }))];
  return places.filter(({ name }) => !/^postgres\/(native-|lib\/)/.test(name));
}

async function readFiles(directory: string): Promise<readonly Place[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => ({ name: path.relative(directory, file), bytes: await readFile(file) })));
}

export const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);
