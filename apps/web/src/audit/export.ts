import type { Actor, AuditPage, Head, Sealed } from '@enablement/core';
import { stringify } from 'csv-stringify';

/** What an export is made of. `companies` are the CSPs of the runs, by the enablement's id. */
export interface Export {
  readonly page: AuditPage;
  readonly companies: ReadonlyMap<string, string>;
  readonly entries: AsyncIterable<Sealed>;
  /** The end of the whole chain at that moment: an anchor. */
  readonly head: Head;
  readonly now: Date;
}

/** A table that spreadsheets read as text only: what looks like a formula is marked as none. UTF-8, with a byte order mark. */
export async function* csv(of: Export): AsyncIterable<string> {
  const table = stringify({ header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' });
  const written = fill(table, of);
  for await (const chunk of table) yield String(chunk);
  await written;
}

async function fill(table: ReturnType<typeof stringify>, { page, companies, entries }: Export): Promise<void> {
  try {
    for await (const { entry, previous, hash } of entries) {
      const { enablement, domain } = entry.subject;
      const row = {
        number: entry.seq,
        'time (UTC)': entry.at,
        who: nameOf(entry.actor, page.people),
        'who (id)': entry.actor.id ?? '',
        action: entry.action,
        outcome: entry.outcome,
        CSP: companies.get(enablement ?? '') ?? '',
        domain: domain ?? '',
        details: JSON.stringify(entry.details),
        run: enablement ?? '',
        'hash before': previous,
        hash,
      };
      if (!table.write(row)) await new Promise((resolve) => table.once('drain', resolve));
    }
    table.end();
  } catch (error) {
    table.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** One JSON document. Each entry stands as it was hashed, so that every hash can be computed again. */
export async function* json({ page, companies, entries, head, now }: Export): AsyncIterable<string> {
  const about = {
    exported: now.toISOString(),
    about: page.about === '' ? 'everything' : page.about,
    hashes: 'hash = SHA-256(previous + entry), in hex; the entry is written as RFC 8785 says',
    chainEndsWith: head,
    people: page.people,
    runs: Object.fromEntries(companies),
  };
  yield `${JSON.stringify(about, null, 2).slice(0, -2)},\n  "entries": [`;
  let first = true;
  for await (const { entry, previous, hash } of entries) {
    yield `${first ? '' : ','}\n    ${JSON.stringify({ entry, previous, hash })}`;
    first = false;
  }
  yield '\n  ]\n}\n';
}

function nameOf({ kind, id = '' }: Actor, people: Readonly<Record<string, string>>): string {
  switch (kind) {
    case 'person':
      return people[id] ?? '';
    case 'link holder':
      return 'whoever has the link';
    case 'Acrobits':
      return 'Acrobits';
    default:
      return `${kind} ${id}`;
  }
}
