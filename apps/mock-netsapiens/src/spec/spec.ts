import type { ContractDocument } from '@enablement/contracts';
import { document as contract } from '@enablement/contracts/netsapiens';
import { operations } from '../operations.ts';
import { isNode, methods, type Node } from './document.ts';
import { divide } from './known.ts';
import { overlay } from './overlay.ts';
import { readSpec } from './read.ts';
import { mergeVariants } from './variants.ts';

export interface Spec {
  /** As it stands in its file. */
  readonly document: object;
  /** Ours, with the operations that the document has and that keep state. */
  readonly contract: ContractDocument;
  /** The rest of the document, mended so that a mock can answer from it. */
  readonly foreign: object;
  /** operationIds of `contract`. */
  readonly stateful: readonly string[];
  /** How many operations answer from the document's examples. */
  readonly examples: number;
}

/** Where the API begins on every core. */
const base = '/ns-api/v2';

/**
 * A core's own document beside our contract. What both describe is answered from memory and held to our contract, as it is what the
 * memory was written for, and knows where live cores differ from their documents; the rest is answered from the document's examples.
 */
export function loadSpec(file: string): Spec {
  const document = readSpec(file);
  const { ours, theirs } = divide(contract.paths, (id) => Object.hasOwn(operations, id), mergeVariants(document));
  const known = idsOf(ours);
  return {
    document,
    contract: { ...contract, paths: ours as ContractDocument['paths'] },
    foreign: overlay(document, nameOperations(theirs, new Set(known)), base),
    stateful: known,
    examples: idsOf(theirs).length,
  };
}

const idsOf = (paths: Record<string, Node>): string[] =>
  Object.values(paths).flatMap((item) =>
    methods.flatMap((method) => (isNode(item[method]) ? [String(item[method].operationId)] : [])),
  );

/** One line for whoever starts the mock. */
export const describeSpec = ({ stateful, examples }: Spec): string =>
  `SPEC: ${stateful.length} operations keep state, ${examples} answer the examples of the document`;

/** More than half of the published operations have no operationId. Those, and whoever has one that is taken, are called `get /path`. */
function nameOperations(paths: Record<string, Node>, taken: Set<string>): Record<string, Node> {
  const name = (method: string, path: string, operation: Node): Node => {
    const own = typeof operation.operationId === 'string' ? operation.operationId.trim() : '';
    const operationId = own === '' || taken.has(own) ? `${method} ${path}` : own;
    taken.add(operationId);
    return { ...operation, operationId };
  };
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(methods.flatMap((method) => (isNode(item[method]) ? [[method, name(method, path, item[method])]] : []))),
    ]),
  );
}
