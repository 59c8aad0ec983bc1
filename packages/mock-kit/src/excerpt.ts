type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const methods = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options', 'trace'] as const;

/** Where an operation stands in its document. */
export interface Place {
  readonly path: string;
  /** Lower case. */
  readonly method: string;
}

/** Every operation of an OpenAPI document, as it stands there, with its path's part of the document. */
export function operationsIn(document: object): (Place & { readonly operation: Node; readonly item: Node })[] {
  const { paths } = document as Node;
  return Object.entries(isNode(paths) ? paths : {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isNode(item) ? item[method] : undefined;
      return isNode(item) && isNode(operation) ? [{ path, method, operation, item }] : [];
    }),
  );
}

/**
 * A document of one operation alone, with those components that it refers to: what reads a document whole reads this in a moment.
 * Shares its parts with the document. The whole document when it refers to anything but components.
 */
export function excerpt(document: object, { path, method }: Place): object {
  const { paths, components, webhooks: _, ...rest } = document as Node;
  const item = (paths as Record<string, Node>)[path] ?? {};
  const alone = Object.fromEntries(
    Object.entries(item).filter(([name]) => name === method || !methods.some((one) => one === name)),
  );
  const all = isNode(components) ? components : {};
  const needed = new Map<string, Node>(isNode(all.securitySchemes) ? [['securitySchemes', all.securitySchemes]] : []);
  const waiting: unknown[] = [alone, ...Object.values(all.securitySchemes ?? {})];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const { $ref } = next as Node;
    if (typeof $ref === 'string') {
      const [, kind = '', name = ''] = /^#\/components\/([^/]+)\/([^/]+)/.exec($ref)?.map(decode) ?? [];
      const part = (all[kind] as Node | undefined)?.[name];
      if (part === undefined) return document;
      const known = needed.get(kind) ?? {};
      if (!Object.hasOwn(known, name)) waiting.push(part);
      needed.set(kind, { ...known, [name]: part });
    }
    for (const inner of Object.values(next)) if (inner !== null && inner !== undefined) waiting.push(inner);
  }
  return { ...rest, paths: { [path]: alone }, components: Object.fromEntries(needed) };
}

/** RFC 6901 in a URI. */
const decode = (step: string): string => {
  const plain = step.replaceAll('~1', '/').replaceAll('~0', '~');
  return /%[0-9a-f]{2}/i.test(plain) ? decodeURIComponent(plain) : plain;
};
