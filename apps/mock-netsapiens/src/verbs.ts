import type { Reply } from '@enablement/mock-kit';
import { accepted, nothingCalled, taken } from './answers.ts';
import { apply, queue } from './bus.ts';
import { isReply, seesDomain } from './callers.ts';
import { ofDomain, ofReseller, ofUser } from './groups.ts';
import { domainNamed } from './lookups.ts';
import { readMembers, showMembers } from './members.ts';
import { pageFor } from './pages.ts';
import type { Place } from './places.ts';
import type { Readable, Resource } from './resource.ts';
import type { Row } from './state.ts';
import { isIn, rowsOf, sizeOf, type Table } from './tables.ts';

/** A table holds the rows of its resource: the two are matched by name. */
const tableOf = <R extends object>({ state }: Place, { table }: Readable<R>): Table<R> =>
  state.tables[table] as Table<object> as Table<R>;

const groupAt = ({ domain, user }: Place): string | undefined =>
  user !== undefined ? ofUser(user.domain, user.user) : domain && ofDomain(domain.domain);

/** Every row at a place. Everywhere is, for a Reseller, its territory, and for whoever stands lower the own domain. */
export function* rowsAt<R extends object>(place: Place, resource: Readable<R>): Generator<R> {
  const table = tableOf(place, resource);
  const group = groupAt(place);
  const { scope, reseller, domain: own } = place.caller.user;
  if (group !== undefined) yield* rowsOf(table, group);
  else if (scope === 'Super User') yield* table.rows.values();
  else if (scope !== 'Reseller') yield* rowsOf(table, ofDomain(own));
  else for (const { domain } of rowsOf(place.state.tables.domains, ofReseller(reseller))) yield* rowsOf(table, ofDomain(domain));
}

function* filtered<R>(rows: Iterable<R>, where: (row: R) => boolean): Generator<R> {
  for (const row of rows) if (where(row)) yield row;
}

export function show<R extends object>({ state }: Place, resource: Readable<R>, row: R): Row {
  const schema = typeof resource.read === 'function' ? resource.read(state) : resource.read;
  return showMembers(state, schema, resource.show?.(row, state) ?? (row as Row));
}

interface Selection<R> {
  readonly where?: ((row: R) => boolean) | undefined;
}

/** 200 and one page of these rows. */
export const listOf = <R extends object>(place: Place, resource: Readable<R>, rows: Iterable<R>): Reply => ({
  status: 200,
  body: pageFor(rows, place.call).map((row) => show(place, resource, row)),
});

/** 200 and one page of what is at the place. */
export function list<R extends object>(place: Place, resource: Readable<R>, { where }: Selection<R> = {}): Reply {
  const rows = rowsAt(place, resource);
  const wanted = where === undefined ? rows : filtered(rows, where);
  return listOf(place, resource, wanted);
}

/** 200 and `{total}`. */
export function count<R extends object>(place: Place, resource: Readable<R>, { where }: Selection<R> = {}): Reply {
  const group = groupAt(place);
  let total = 0;
  if (where === undefined && group !== undefined) total = sizeOf(tableOf(place, resource), group);
  else for (const row of rowsAt(place, resource)) total += where === undefined || where(row) ? 1 : 0;
  return { status: 200, body: { total } };
}

const idAt = ({ call }: Place, { id, parameter }: Pick<Readable, 'id' | 'parameter'>): string =>
  String(call.params[parameter ?? id]);

const missing = ({ noun }: Pick<Readable, 'noun'>, id: string): Reply => nothingCalled(noun, id);

/** The row that a path or a body names, if it is at this place. */
export function find<R extends object>(place: Place, resource: Readable<R>, id = idAt(place, resource)): R | Reply {
  const table = tableOf(place, resource);
  const key = resource.key({ domain: place.domain?.domain, user: place.user?.user, [resource.id]: id } as object as R);
  const row = table.rows.get(key);
  if (row === undefined) return missing(resource, id);
  const group = groupAt(place);
  if (group !== undefined) return isIn(table, group, key) ? row : missing(resource, id);
  const domain = 'domain' in row ? domainNamed(place.state, String(row.domain)) : undefined;
  return domain === undefined || seesDomain(place.caller, domain) ? row : missing(resource, id);
}

/** 200 and the object. */
export function read<R extends object>(place: Place, resource: Readable<R>, id?: string): Reply {
  const row = find(place, resource, id);
  return isReply(row) ? row : { status: 200, body: show(place, resource, row) };
}

/** A new row that nothing speaks against, not yet in its table. */
export function draft<R extends object>(place: Place, resource: Resource<R>): R | Reply {
  const said = readMembers(place.state, resource.create, place.call.body);
  const refused = resource.check?.(said, place);
  if (refused !== undefined) return refused;
  const row = resource.make(said, place);
  const exists = tableOf(place, resource).rows.has(resource.key(row));
  return exists ? (resource.taken ?? taken(resource.noun)) : row;
}

/** 202 and the object later; with `synchronous: yes`, where that is published, the object at once. */
export function create<R extends object>(place: Place, resource: Resource<R>): Reply {
  const row = draft(place, resource);
  if (isReply(row)) return row;
  const change = { table: resource.table, kind: 'create', key: resource.key(row), row } as const;
  if (resource.synchronous === undefined || Object(place.call.body).synchronous !== 'yes') {
    queue(place.state, place.call.now(), change);
    return accepted;
  }
  apply(place.state, change);
  return resource.synchronous === 'object' ? { status: 200, body: show(place, resource, row) } : accepted;
}

/** For what is published as there at once, with no 202: puts it there, and gives it back. */
export function createAtOnce<R extends object>(place: Place, resource: Resource<R>): R | Reply {
  const row = draft(place, resource);
  if (!isReply(row)) apply(place.state, { table: resource.table, kind: 'create', key: resource.key(row), row });
  return row;
}

/** 202, and the members said later. */
export function change<R extends object>(place: Place, resource: Resource<R>, id?: string): Reply {
  const row = find(place, resource, id);
  if (isReply(row)) return row;
  const said = readMembers(place.state, resource.change, place.call.body);
  const refused = resource.check?.(said, place, row);
  if (refused !== undefined) return refused;
  const wanted = { table: resource.table, kind: 'update', key: resource.key(row), row: said } as const;
  if (resource.synchronous === 'accepted' && Object(place.call.body).synchronous === 'yes') apply(place.state, wanted);
  else queue(place.state, place.call.now(), wanted);
  return accepted;
}

/** 202, and gone later. */
export function remove<R extends object>(place: Place, resource: Resource<R>, id?: string): Reply {
  const row = find(place, resource, id);
  if (isReply(row)) return row;
  queue(place.state, place.call.now(), { table: resource.table, kind: 'remove', key: resource.key(row), row: {} });
  return accepted;
}
