import { readdirSync } from 'node:fs';
import { operationsOf } from '@enablement/contracts';
import { document } from '@enablement/contracts/netsapiens';
import { expect, test } from 'vitest';
import { operations } from './operations.ts';

const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('every file of operations is named after an operation, and none is forgotten', () => {
  const files = readdirSync(new URL('./operations/', import.meta.url)).toSorted();
  expect(files).toEqual(
    Object.keys(operations)
      .map((id) => `${kebab(id)}.ts`)
      .toSorted(),
  );
});

test('every operation of the contract is answered from memory, none by its example', () => {
  const ids = operationsOf(document).map(({ id }) => id);
  expect(Object.keys(operations).toSorted()).toEqual(ids.toSorted());
});
