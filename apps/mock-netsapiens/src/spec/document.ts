/** Some object of an OpenAPI document. */
export type Node = Record<string, unknown>;

/** An OpenAPI document as somebody else wrote it, read and found to be one. */
export interface SpecDocument extends Node {
  readonly openapi: string;
  readonly paths: Record<string, Node>;
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What may stand in a path item besides parameters and words about it. */
export const methods = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options', 'trace'] as const;

/** The place that a reference such as `#/components/schemas/Domain` names; `undefined` when there is nothing. */
export function follow(document: Node, reference: string): unknown {
  const steps = reference.slice(1).split('/').slice(1).map(decodeStep);
  return steps.reduce<unknown>((at, step) => (typeof at === 'object' && at !== null ? (at as Node)[step] : undefined), document);
}

/** RFC 6901: `~1` is a slash, `~0` a tilde, and in a URI everything may be percent-encoded. */
const decodeStep = (step: string): string => {
  const plain = step.replaceAll('~1', '/').replaceAll('~0', '~');
  return /%[0-9a-f]{2}/i.test(plain) ? decodeURIComponent(plain) : plain;
};

/** An object, or what it refers to if it is a reference. */
export function resolve(document: Node, node: unknown): Node {
  const found = isNode(node) && typeof node.$ref === 'string' ? follow(document, node.$ref) : node;
  if (!isNode(found)) return {};
  return found === node || typeof found.$ref !== 'string' ? found : resolve(document, found);
}
