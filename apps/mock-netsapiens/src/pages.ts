import { operationsOf } from '@enablement/contracts';
import { document } from '@enablement/contracts/netsapiens';
import type { Call } from '@enablement/mock-kit';
import type { State } from './state.ts';

type Query = Call<unknown>['query'];

/** `start` and `limit` that a list does not declare reach it unchecked: what is no number counts as left out, and nothing passes 1000. */
function count(value: Query[string] | undefined, standard: number): number {
  const wanted = Math.trunc(Number(value ?? standard));
  return Number.isNaN(wanted) ? standard : Math.max(0, wanted);
}

/** One page of rows: `start` is a zero-based offset, and a bare list stops at the first hundred. */
export function page<Row>(rows: Iterable<Row>, { start, limit }: Query): Row[] {
  const most = Math.min(1000, count(limit, 100));
  let skip = count(start, 0);
  const shown: Row[] = [];
  for (const row of rows) {
    if (shown.length >= most) break;
    if (skip > 0) skip -= 1;
    else shown.push(row);
  }
  return shown;
}

/** `start` and `limit` of each operation that declares them. */
const declared = new Map(
  operationsOf(document).map(({ id, parameters }) => [id, new Set(parameters.map((parameter) => parameter.name))]),
);

/** The page that a call asks for, as the platform's switches have it. */
export function pageFor<Row>(
  rows: Iterable<Row>,
  { operation, query, state }: Pick<Call<State>, 'operation' | 'query' | 'state'>,
): Row[] {
  const { undeclaredPaging, longPages } = state.switches;
  const repeats = undeclaredPaging === 'repeats' && !declared.get(operation)?.has('start');
  const limit = longPages === '100' ? String(Math.min(100, count(query.limit, 100))) : query.limit;
  return page(rows, {
    ...(!repeats && query.start !== undefined && { start: query.start }),
    ...(limit !== undefined && { limit }),
  });
}
