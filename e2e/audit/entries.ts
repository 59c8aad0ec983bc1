import type pg from 'pg';

/** An entry as an export has it. */
export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id?: string };
  readonly action: string;
  readonly subject: { readonly enablement?: string; readonly domain?: string };
  readonly outcome: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Who did what with which outcome, in a line; for a step its name, for a provisioned domain Acrobits' status. */
export function told({ actor, action, outcome, subject, details }: Entry): string {
  const what = [action, details.step, details.field, details.status].filter((part) => part !== undefined).join(' ');
  const about = subject.domain === undefined ? '' : ` for ${subject.domain}`;
  return `${actor.id ?? actor.kind}: ${what}${about}${outcome === 'done' ? '' : `, ${outcome}`}`;
}

/** What stands in the table, in its order. */
export async function entriesIn(database: pg.Client, domain?: string): Promise<readonly Entry[]> {
  const { rows } = await database.query<{ entry: Entry }>('select entry from audit order by seq');
  return rows.map(({ entry }) => entry).filter(({ subject }) => domain === undefined || subject.domain === domain);
}

/** As somebody who owns the database does: past the triggers that refuse it. */
export async function pastTheTriggers(database: pg.Client, ...statements: readonly string[]): Promise<void> {
  const tables = ['audit', 'audit_head'];
  const switched = (how: 'disable' | 'enable always') =>
    how === 'disable'
      ? tables.map((table) => `alter table ${table} disable trigger all`)
      : [
          ...['append_only', 'append_only_as_a_whole'].map((name) => `alter table audit enable always trigger ${name}`),
          ...['head_stays', 'head_stays_as_a_whole', 'head_goes_on'].map(
            (name) => `alter table audit_head enable always trigger ${name}`,
          ),
        ];
  for (const statement of ['begin', ...switched('disable'), ...statements, ...switched('enable always'), 'commit'])
    await database.query(statement);
}
