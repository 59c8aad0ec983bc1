/**
 * Rows by key, and the keys of each group, such as the domain that rows are in, so that ten thousand domains cost a list no more than ten.
 * Plain data: a state file holds it as it is.
 */
export interface Table<Row> {
  readonly rows: Map<string, Row>;
  readonly groups: Map<string, Set<string>>;
}

/** Where rows of a table belong. */
export interface Placing<Row> {
  key(row: Row): string;
  groups(row: Row): readonly string[];
}

export const createTable = <Row>(): Table<Row> => ({ rows: new Map(), groups: new Map() });

/** Adds a row, or puts it in the place of the one with its key. */
export function putRow<Row>(table: Table<Row>, placing: Placing<Row>, row: Row): void {
  const key = placing.key(row);
  const before = table.rows.get(key);
  const groups = placing.groups(row);
  table.rows.set(key, row);
  for (const left of before === undefined ? [] : placing.groups(before)) if (!groups.includes(left)) leave(table, left, key);
  for (const group of groups) {
    const members = table.groups.get(group);
    if (members === undefined) table.groups.set(group, new Set([key]));
    else members.add(key);
  }
}

export function removeRow<Row>(table: Table<Row>, placing: Placing<Row>, key: string): void {
  const row = table.rows.get(key);
  if (row === undefined) return;
  table.rows.delete(key);
  for (const group of placing.groups(row)) leave(table, group, key);
}

function leave(table: Table<unknown>, group: string, key: string): void {
  const members = table.groups.get(group);
  members?.delete(key);
  if (members?.size === 0) table.groups.delete(group);
}

/** One by one, so that a page costs no more than the rows it passes. */
export function* rowsOf<Row>(table: Table<Row>, group: string): Generator<Row> {
  for (const key of table.groups.get(group) ?? []) {
    const row = table.rows.get(key);
    if (row !== undefined) yield row;
  }
}

export const sizeOf = (table: Table<unknown>, group: string): number => table.groups.get(group)?.size ?? 0;

export const isIn = (table: Table<unknown>, group: string, key: string): boolean => table.groups.get(group)?.has(key) ?? false;
