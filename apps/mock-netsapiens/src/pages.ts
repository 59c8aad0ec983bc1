import type { Call } from '@enablement/mock-kit';

/** One page of rows: `start` is a zero-based offset, and a bare list stops at the first hundred. */
export function page<Row>(rows: readonly Row[], query: Call<unknown>['query']): Row[] {
  const start = Number(query.start ?? 0);
  return rows.slice(start, start + Number(query.limit ?? 100));
}
