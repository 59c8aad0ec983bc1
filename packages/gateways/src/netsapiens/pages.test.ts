import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type End, PAGE, pages } from './pages.ts';

type Core = (start: number, limit: number) => Promise<readonly string[]>;

async function readAll(core: Core): Promise<{ rows: string[]; end: End; asked: number }> {
  const rows: string[] = [];
  let asked = 0;
  const found = pages(
    (start, limit) => {
      asked += 1;
      return core(start, limit);
    },
    (row) => row,
  );
  for (;;) {
    const { done, value } = await found.next();
    if (done) return { rows, end: value, asked };
    rows.push(value);
  }
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, n) => `row ${n}`);
const aCount = fc.oneof(
  fc.integer({ min: 0, max: 1_200 }),
  fc.constantFrom(0, 1, 99, 100, 101, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 1_000),
);

it('every row comes once and in order, whatever a core makes of the limit', async () => {
  await fc.assert(
    fc.asyncProperty(aCount, fc.constantFrom('kept', 'a hundred at most', 'all at once'), async (count, limits) => {
      const rows = rowsOf(count);
      const size = { kept: PAGE, 'a hundred at most': 100, 'all at once': Number.POSITIVE_INFINITY }[limits];
      const read = await readAll(async (start, limit) => {
        expect(limit).toBe(PAGE);
        return rows.slice(start, start + size);
      });
      expect(read.rows).toEqual(rows);
    }),
  );
});

it('a core that does not look at the start is asked no more than twice', async () => {
  await fc.assert(
    fc.asyncProperty(aCount, fc.constantFrom(100, PAGE, Number.POSITIVE_INFINITY), async (count, size) => {
      const first = rowsOf(count).slice(0, size);
      const { rows, end, asked } = await readAll(async () => first);
      expect(rows).toEqual(first);
      expect(asked).toBeLessThanOrEqual(2);
      expect(end).toBe(first.length >= PAGE || first.length === 100 ? 'repeated' : 'short');
    }),
  );
});

it('rows that move to another page meanwhile come once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: PAGE, max: 1_000 }), fc.integer({ min: 1, max: 50 }), async (count, pushed) => {
      const before = rowsOf(count);
      const after = [...Array.from({ length: pushed }, (_, n) => `new ${n}`), ...before];
      const { rows } = await readAll(async (start, limit) => (start === 0 ? before : after).slice(start, start + limit));
      expect(rows).toEqual(before);
    }),
  );
});
