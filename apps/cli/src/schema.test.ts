import { readFileSync } from 'node:fs';
import path from 'node:path';
import { customerFileSchema } from '@enablement/core';
import { expect, test } from 'vitest';

test('the schema that editors use is the one of the code; else `npm run enablement -- schema > docs/customer.schema.json`', () => {
  const kept = readFileSync(path.join(import.meta.dirname, '../../../docs/customer.schema.json'), 'utf8');
  expect(JSON.parse(kept)).toEqual(customerFileSchema());
});
