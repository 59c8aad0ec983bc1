import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CoveredOperation } from '../apps/mock-netsapiens/src/coverage.ts';
import { list, pages, summarise, withTable } from './coverage.ts';

test.each(pages())('$file says what the mock answers today; else `npm run coverage`', ({ file, text }) => {
  const page = readFileSync(file, 'utf8');
  expect(page).toBe(withTable(page, text));
});

const operation = (id: string, resource: string, usual: 'stateful' | 'example' | 'refused'): CoveredOperation => ({
  id,
  method: 'GET',
  path: `/${id}`,
  resource,
  answers: { '44.0': 'refused', '44.4': usual, '45.0': 'stateful' },
});

test('operations are counted by resource, and nothing is written where there are none', () => {
  const some = [operation('a', 'Books', 'stateful'), operation('b', 'Books', 'refused'), operation('c', 'Shelves', 'example')];
  expect(summarise(some).split('\n').slice(2)).toEqual([
    '| Books | 1 |  | 1 |',
    '| Shelves |  | 1 |  |',
    '| **All** | 1 | 1 | 1 |',
  ]);
});

test('operations are listed with what each line answers', () => {
  expect(list([operation('a', 'Books', 'example')])).toBe(
    '## Books\n\n| Operation | operationId | 44.0 | 44.4 | 45.0 |\n| --- | --- | --- | --- | --- |\n' +
      '| `GET /a` | a | refused | example | **stateful** |',
  );
});

test('a page without a place for the table is told so', () => {
  expect(() => withTable('# A page', '| |')).toThrow('no place for a table');
});
