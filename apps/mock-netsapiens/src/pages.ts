import type { Call } from '@enablement/mock-kit';

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

/** For lists that are published with `limit` alone. Integrators saw routes that repeat their first page whatever `start` says. */
export const firstPage = <Row>(rows: Iterable<Row>, { limit }: Query): Row[] => page(rows, limit === undefined ? {} : { limit });
