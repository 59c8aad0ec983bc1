import { isNode, methods, type Node, resolve, type SpecDocument } from './document.ts';

/** The path that a key means: `/jwt/{jti}#1` describes `/jwt/{jti}` once more, and blanks or a query after it are slips. */
export const pathOf = (key: string): string => key.replace(/[#?].*$/s, '').trim();

/** What two paths have in common that are the same to whoever calls: `/jwt/{uid}` and `/jwt/{jti}/` are. */
export const shapeOf = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '{}').replace(/\/$/, '');

/**
 * One path item for each path, whatever number of descriptions it has. Of several descriptions of one operation, the one without a
 * number goes first: it names the operation, and its answers count. What any of them takes is taken.
 */
export function mergeVariants(document: SpecDocument): Record<string, Node> {
  const groups = Map.groupBy(Object.entries(document.paths), ([key]) => shapeOf(pathOf(key)));
  return Object.fromEntries(
    [...groups.values()].map((group) => {
      const items = group.toSorted(([one], [other]) => Number(one.includes('#')) - Number(other.includes('#')));
      const paths = items.map(([key]) => pathOf(key));
      const [first = ''] = paths;
      // A path with a last slash is served without it as well, and not the other way round.
      const path = !first.endsWith('/') && paths.some((other) => other.endsWith('/')) ? `${first}/` : first;
      return [
        path,
        mergeItems(
          document,
          path,
          items.map(([, item]) => item),
        ),
      ];
    }),
  );
}

function mergeItems(document: Node, path: string, items: readonly Node[]): Node {
  const described = methods.map((method): [string, Node[]] => [
    method,
    items.flatMap((item) => {
      const operation = item[method];
      // What the path says of parameters holds for each of its operations.
      return isNode(operation)
        ? [{ ...operation, parameters: [...listOf(item.parameters), ...listOf(operation.parameters)] }]
        : [];
    }),
  ]);
  const merged = described.flatMap(([method, operations]) => {
    const [first] = operations;
    return first === undefined ? [] : [[method, mergeOperations(document, path, first, operations)] as const];
  });
  return Object.fromEntries(merged);
}

function mergeOperations(document: Node, path: string, first: Node, all: readonly Node[]): Node {
  const responses = all.toReversed().map((operation) => resolve(document, operation.responses));
  return {
    ...first,
    parameters: mergeParameters(document, path, all),
    ...mergeBodies(document, all),
    responses: Object.assign({}, ...responses),
  };
}

/** Those of the path itself, by the names it has here, and whatever else any description takes. Needed is what all of them need. */
function mergeParameters(document: Node, path: string, all: readonly Node[]): Node[] {
  const lists = all.map((operation) => {
    const named = listOf(operation.parameters).map((parameter) => resolve(document, parameter));
    // A later description of the same parameter is the operation's own, and overrules that of the path.
    return new Map(named.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  });
  const elsewhere = new Map(
    lists
      .toReversed()
      .flatMap((list) => [...list])
      .filter(([, { in: place }]) => place !== 'path'),
  );
  const needed = (key: string): boolean => lists.every((list) => list.get(key)?.required === true);
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => {
    const known = lists.map((list) => list.get(`path ${name}`)).find((parameter) => parameter !== undefined);
    return { schema: { type: 'string' }, ...known, name, in: 'path', required: true };
  });
  return [...inPath, ...[...elsewhere].map(([key, parameter]) => ({ ...parameter, required: needed(key) }))];
}

function mergeBodies(document: Node, all: readonly Node[]): { requestBody?: Node } {
  const bodies = all.filter(({ requestBody }) => isNode(requestBody)).map(({ requestBody }) => resolve(document, requestBody));
  if (bodies.length === 0) return {};
  const contents = bodies.flatMap(({ content }) => (isNode(content) ? Object.entries(content) : []));
  const content = [...Map.groupBy(contents, ([type]) => type)].map(([type, described]) => {
    const media = described.flatMap(([, description]) => (isNode(description) ? [description] : []));
    const schemas = media.map(({ schema }) => schema ?? {});
    return [type, { ...media[0], schema: schemas.length > 1 ? { anyOf: schemas } : (schemas[0] ?? {}) }] as const;
  });
  const required = bodies.length === all.length && bodies.every((body) => body.required === true);
  return { requestBody: { ...bodies[0], required, content: Object.fromEntries(content) } };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
