/**
 * `npm run audit -- verify [--json] [--anchor <number>:<hash>]… [--anchors <file>]` follows the audit's hash chain: exit 0 when it
 * is whole, 1 when it was tampered with, 2 when that could not be found out. `npm run audit -- anchor` verifies it too, then prints
 * and keeps its end, so that later a cut tail or a chain made anew is found.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ChainVerdict, type Head, Unreachable } from '@enablement/core';
import { checkAudit, type Database, hasAudit, openDatabase, providePostgres } from '@enablement/gateways/postgres';
import { keepAnchor, readAnchor, readAnchors, writeAnchor } from './anchors.ts';
import { report } from './report.ts';

const USAGE = 'Usage: npm run audit -- verify|anchor [--json] [--anchor <number>:<hash>] [--anchors <file>]';

interface Asked {
  readonly what: 'verify' | 'anchor';
  readonly json: boolean;
  readonly anchors: readonly Head[];
  /** Where anchors are kept. */
  readonly file: string;
}

async function main(): Promise<0 | 1> {
  const { DATABASE_URL, DATA_DIR = '.data' } = process.env;
  const asked = await read(process.argv.slice(2), DATA_DIR);
  const server = path.join(DATA_DIR, 'postgres');
  if (!DATABASE_URL && !existsSync(server))
    throw new Error(`There is no database: neither DATABASE_URL nor ${server}. Start the bot once, or name the database.`);
  const postgres = await providePostgres(DATABASE_URL || undefined, server);
  const db = openDatabase(postgres.url);
  try {
    return await answer(asked, db);
  } finally {
    await Promise.all([db.destroy(), postgres.stop()]);
  }
}

async function read(given: readonly string[], dataDir: string): Promise<Asked> {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, anchor: { type: 'string', multiple: true }, anchors: { type: 'string' } },
  });
  const [what, ...more] = positionals;
  if ((what !== 'verify' && what !== 'anchor') || more.length > 0) throw new Error(USAGE);
  const file = values.anchors ?? path.join(dataDir, 'audit-anchors.txt');
  const anchors = [...(await readAnchors(file)), ...(values.anchor ?? []).map(readAnchor)];
  return { what, json: values.json ?? false, anchors, file };
}

async function answer({ what, json, anchors, file }: Asked, db: Database): Promise<0 | 1> {
  if (!(await hasAudit(db))) throw new Error('This database has no audit yet. Start the bot once, which makes it.');
  const verdict = await checkAudit(db, anchors);
  const whole = verdict.broken === undefined;
  if (what === 'anchor' && whole) {
    await keepAnchor(file, verdict.head, new Date());
    console.log(
      json
        ? JSON.stringify({ anchor: writeAnchor(verdict.head), file })
        : `${writeAnchor(verdict.head)}\nKept in ${file}; a copy elsewhere is worth more.`,
    );
    return 0;
  }
  const lines = report(verdict, anchors);
  console.log(json ? JSON.stringify(asJson(verdict, anchors, lines)) : lines.join('\n'));
  return whole ? 0 : 1;
}

const asJson = ({ entries, head, broken }: ChainVerdict, anchors: readonly Head[], lines: readonly string[]) => ({
  ok: broken === undefined,
  entries,
  anchors: anchors.length,
  head: writeAnchor(head),
  ...(broken === undefined ? {} : { broken }),
  said: lines.join(' '),
});

// `exitCode`, so that what was printed into a pipe arrives.
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const todo = error instanceof Unreachable ? `. ${error.todo}` : '';
    console.error(`${error instanceof Error ? error.message : String(error)}${todo}`);
    process.exitCode = 2;
  },
);
