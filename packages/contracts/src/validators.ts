import { z } from 'zod';
import type { ContractDocument } from './document.ts';

/** A schema, or a map of them, whose references point into `$defs` instead of into the contract's components. */
export const definitionsOf = (schemas: object): Record<string, z.core.JSONSchema.JSONSchema> =>
  JSON.parse(JSON.stringify(schemas).replaceAll('"#/components/schemas/', '"#/$defs/'));

/**
 * Runtime validators for the component schemas of a contract, made on first use and kept.
 * Like the contract, they let unknown members through and keep them.
 */
export function createValidators<Schemas>(
  document: ContractDocument,
): <Name extends keyof Schemas & string>(name: Name) => z.ZodType<Schemas[Name]> {
  const definitions = definitionsOf(document.components.schemas);
  const made = new Map<string, z.ZodType>();
  return <Name extends keyof Schemas & string>(name: Name) => {
    const known = made.get(name) ?? z.fromJSONSchema({ $defs: definitions, $ref: `#/$defs/${name}` });
    made.set(name, known);
    // The generated types come from the same schema; `isCurrent` in generate.ts is tested so that they cannot drift apart.
    return known as z.ZodType<Schemas[Name]>;
  };
}
