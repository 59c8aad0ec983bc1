import { isNode, methods, type Node } from './document.ts';
import { shapeOf } from './variants.ts';

type Paths = Record<string, Node>;

/** Method and shape, by which an operation is recognised whatever its parameters and its operationId are called. */
const keyOf = (method: string, path: string): string => `${method} ${shapeOf(path)}`;
/** `/domains/~` is a case of `/domains/{domain}`, and who answers the one answers the other. */
const general = (path: string): string => path.replaceAll(/(?<=\/)[~*](?=\/|$)/g, '{}');

/** The operations of a contract that pass, with everything else of their paths. */
export function pick(paths: Paths, passes: (method: string, path: string, operation: Node) => boolean): Paths {
  const kept = Object.entries(paths).map(([path, item]): [string, Node] => {
    const left = methods.filter((method) => isNode(item[method]) && !passes(method, path, item[method]));
    return [path, Object.fromEntries(Object.entries(item).filter(([name]) => !left.some((method) => method === name)))];
  });
  return Object.fromEntries(kept.filter(([, item]) => methods.some((method) => isNode(item[method]))));
}

function keysOf(paths: Paths, also: (path: string) => string = (path) => path): Set<string> {
  const entries = Object.entries(paths).flatMap(([path, item]) =>
    methods.filter((method) => isNode(item[method])).flatMap((method) => [keyOf(method, path), keyOf(method, also(path))]),
  );
  return new Set(entries);
}

/**
 * Who answers what. `ours` are the operations that keep state and that the foreign document has too, or that have an address of their
 * own and so are never in it; `theirs` is the rest of the foreign document.
 */
export function divide(
  contract: Paths,
  handled: (operationId: string) => boolean,
  foreign: Paths,
): { ours: Paths; theirs: Paths } {
  const described = keysOf(foreign);
  const ours = pick(contract, (method, path, { operationId }) => {
    if (!handled(String(operationId))) return false;
    const elsewhere = contract[path]?.servers !== undefined;
    return elsewhere || described.has(keyOf(method, path)) || described.has(keyOf(method, general(path)));
  });
  const known = keysOf(ours);
  const theirs = pick(foreign, (method, path) => !known.has(keyOf(method, path)) && !known.has(keyOf(method, general(path))));
  return { ours, theirs };
}
