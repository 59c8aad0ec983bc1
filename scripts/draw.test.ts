import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { draw, PAGE, withDrawing } from './draw.ts';

test('the import graph in the architecture is drawn from the imports of today; else `npm run draw`', () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toBe(withDrawing(page, draw()));
});

test('a page without a place for the drawing is told so', () => {
  expect(() => withDrawing('# A page', 'flowchart LR')).toThrow('no place for a drawing');
});
