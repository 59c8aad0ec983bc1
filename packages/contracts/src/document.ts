import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const documentShape = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.looseObject({})),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

/** A contract as it stands in its file, YAML read, references not resolved. */
export type ContractDocument = z.infer<typeof documentShape>;

export function readContract(file: URL): ContractDocument {
  return documentShape.parse(parse(readFileSync(file, 'utf8')));
}
