import { Refused } from '@enablement/core';

/** Rows on one page. A user or a device takes some two kilobytes, so that this many stay well below the longest answer we read. */
export const PAGE = 200;
/** What a core sends that does not look at `limit`. */
const DEFAULT_PAGE = 100;
const MOST_PAGES = 1_000;

/** `short`: the last page was not full. `repeated`: it was, and brought nothing new, so that the core may not look at `start`. */
export type End = 'short' | 'repeated';

/**
 * The rows of a list, each once, as they come in, and in the end why it ended. There is no total and no next link (which is why a bare
 * list looks complete with its first hundred), `start` counts rows from 0, and some routes do not look at it and send the first page
 * for ever: a short page is the last, an empty one too, and so is one that brings nothing new.
 * @param pageAt asks for `limit` rows from `start` on
 * @param idOf what makes a row itself, so that one that moved to the next page meanwhile does not come twice
 * @param seen the ids that were there before, to be added to
 */
export async function* pages<Row>(
  pageAt: (start: number, limit: number) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
  seen: Set<string> = new Set(),
): AsyncGenerator<Row, End> {
  for (let page = 0, start = 0; page < MOST_PAGES; page += 1) {
    const rows = await pageAt(start, PAGE);
    const before = seen.size;
    for (const row of rows) {
      const id = idOf(row);
      if (seen.has(id)) continue;
      seen.add(id);
      yield row;
    }
    if (rows.length < PAGE && rows.length !== DEFAULT_PAGE) return 'short';
    if (seen.size === before) return 'repeated';
    start += rows.length;
  }
  throw new Refused(
    `NetSapiens goes on sending rows after ${MOST_PAGES} pages; the list does not end.`,
    'Ask whoever runs the platform.',
  );
}
