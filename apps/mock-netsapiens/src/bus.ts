import { resources } from './resources.ts';
import type { Change, RowOf, State, TableName } from './state.ts';
import { putRow, removeRow, type Table } from './tables.ts';

// The platform puts writes onto a service bus for its other cores: 202 means that a write is on its way, and a read right after it may
// still show the old. How long that takes is not published; here it is `settleMs` of the mock's clock.

export const tableOf = (state: State, name: TableName): Table<object> => state.tables[name];

/** Accepts a write that will show in a moment. Writes arrive in the order in which they came. */
export function queue(state: State, now: Date, change: Omit<Change, 'dueAt'>): void {
  state.changes.push({ ...change, dueAt: now.getTime() + state.settleMs });
}

/** Lets every write show whose moment has come. */
export function settle(state: State, now: Date): void {
  let due = 0;
  while (state.changes[due] !== undefined && Number(state.changes[due]?.dueAt) <= now.getTime()) due += 1;
  for (const change of state.changes.splice(0, due)) apply(state, change);
}

/** Puts a row there at once, as a seed does; one with its key gives way. */
export function insert<Name extends TableName>(state: State, name: Name, row: RowOf<Name>): void {
  putRow(tableOf(state, name), resources[name], row);
}

/** Makes a write show. Of two creates under way with one key the first stays: that both are accepted, and which one wins, is inferred. */
export function apply(state: State, { table: name, kind, key, row }: Omit<Change, 'dueAt'>): void {
  const resource = resources[name];
  const table = tableOf(state, name);
  const before = table.rows.get(key);
  if ((before === undefined) !== (kind === 'create') || (kind === 'create' && isHomeless(state, name, row))) return;
  if (kind === 'remove') {
    remove(state, name, key);
    return;
  }
  const after = before === undefined ? row : (resource.merge?.(before, { ...row }) ?? { ...before, ...row });
  putRow(table, resource, after);
  resource.settled?.(state, after);
}

/** Whether the user or the domain of a new row has gone while it was under way. */
function isHomeless({ tables }: State, name: TableName, row: object): boolean {
  const { domain, user } = row as { domain?: string; user?: string };
  if (resources.users.holds?.includes(name) && user !== undefined && user !== 'domain')
    return !tables.users.rows.has(`${domain}/${user}`);
  return (resources.domains.holds?.includes(name) ?? false) && !tables.domains.rows.has(String(domain));
}

/** Removes a row, and first what goes with it. */
function remove(state: State, name: TableName, key: string): void {
  const resource = resources[name];
  const row = tableOf(state, name).rows.get(key);
  if (row === undefined) return;
  const group = resource.group?.(row);
  for (const held of group === undefined ? [] : (resource.holds ?? [])) {
    for (const one of [...(tableOf(state, held).groups.get(group ?? '') ?? [])]) remove(state, held, one);
  }
  removeRow(tableOf(state, name), resource, key);
}
