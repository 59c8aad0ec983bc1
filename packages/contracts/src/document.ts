import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Vendor } from './generate.ts';

const documentShape = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.looseObject({})),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

/** A contract as it stands in its file, references not resolved. */
export type ContractDocument = z.infer<typeof documentShape>;

/** Reads the JSON that `generate.ts` makes of the contract of a vendor. */
export function readContract(vendor: Vendor): ContractDocument {
  return documentShape.parse(JSON.parse(readFileSync(new URL(`../generated/${vendor}.json`, import.meta.url), 'utf8')));
}

/** Some part of a contract. */
export type Node = Record<string, unknown>;

/** A part of a contract, or what it refers to if it is a reference. */
export function resolve(document: ContractDocument, node: unknown): Node {
  const { $ref } = node as Node;
  if (typeof $ref !== 'string') return node as Node;
  const steps = $ref.slice('#/'.length).split('/');
  return resolve(
    document,
    steps.reduce<Node>((at, step) => at[step] as Node, document),
  );
}

export interface OperationOfContract {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Node;
  /** Those of the path too, resolved. */
  readonly parameters: readonly Node[];
}

const methods = ['get', 'post', 'put', 'delete', 'patch'];

/** Every operation, in the order of the contract. */
export function operationsOf(document: ContractDocument): OperationOfContract[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => method in item)
      .map((method) => {
        const operation = item[method] as Node;
        const parameters = [item.parameters, operation.parameters].flatMap((some) => (some ?? []) as Node[]);
        return {
          id: String(operation.operationId),
          method,
          path,
          operation,
          parameters: parameters.map((parameter) => resolve(document, parameter)),
        };
      }),
  );
}

/** What a parameter, or the content of a body, shows of itself. */
export function examplesOf(document: ContractDocument, node: Node): unknown[] {
  const several = Object.values((node.examples ?? {}) as Node).map((example) => resolve(document, example).value);
  return 'example' in node ? [node.example, ...several] : several;
}
