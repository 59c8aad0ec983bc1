import path from 'node:path';
import type { ChainVerdict, Head } from '@enablement/core';
import { checkAudit, type Database, hasAudit } from '@enablement/gateways/postgres';
import { withDatabase } from '../database.ts';
import { keepAnchor, readAnchor, readAnchors, writeAnchor } from './anchors.ts';
import { report } from './report.ts';

export interface AuditOptions {
  readonly what: 'verify' | 'anchor';
  readonly json: boolean;
  /** Anchors said on the command line, `57:3f…`. */
  readonly anchor: readonly string[];
  /** Where anchors are kept; `audit-anchors.txt` in `DATA_DIR` unless said. */
  readonly anchors?: string | undefined;
}

interface Asked {
  readonly what: 'verify' | 'anchor';
  readonly json: boolean;
  readonly anchors: readonly Head[];
  readonly file: string;
}

/**
 * `verify` follows the audit's hash chain: 0 when it is whole, 1 when it was tampered with. `anchor` verifies it too, then prints and
 * keeps its end, so that later a cut tail or a chain made anew is found.
 */
export async function audit({ what, json, anchor, anchors: kept }: AuditOptions): Promise<0 | 1> {
  const file = kept ?? path.join(process.env.DATA_DIR ?? '.data', 'audit-anchors.txt');
  const anchors = [...(await readAnchors(file)), ...anchor.map(readAnchor)];
  return await withDatabase((db) => answer({ what, json, anchors, file }, db));
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
