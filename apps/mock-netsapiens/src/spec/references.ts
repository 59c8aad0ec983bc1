import { follow, isNode, type Node } from './document.ts';

/** Under these words stand names that people chose, not words of OpenAPI. */
const named = new Set([
  ...['paths', 'properties', 'patternProperties', '$defs', 'definitions', 'content', 'callbacks', 'webhooks'],
  ...['schemas', 'responses', 'parameters', 'requestBodies', 'headers', 'links', 'securitySchemes', 'pathItems'],
]);
/** Under these stands data, in which `$ref` is a member like any other. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** Every reference of a document, with the place where it stands. Walks without recursion: who wrote the document is unknown. */
export function* referencesOf(document: Node): Generator<{ readonly at: string; readonly reference: string }> {
  const waiting: { value: unknown; at: string; names: boolean }[] = [{ value: document, at: '', names: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, at, names } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (!names && isNode(value) && typeof value.$ref === 'string') yield { at, reference: value.$ref };
    for (const [name, inner] of Object.entries(value)) {
      if (!names && data.has(name)) continue;
      waiting.push({ value: inner, at: at === '' ? name : `${at}.${name}`, names: !names && named.has(name) });
    }
  }
}

/** Why a reference cannot be used, in the words that follow "refers to …"; `undefined` when it can. */
export function faultOf(document: Node, reference: string): string | undefined {
  const seen = new Set<string>();
  for (let next: unknown = reference; typeof next === 'string'; ) {
    if (!next.startsWith('#/')) return 'which is outside of it; put everything into one file';
    if (seen.has(next)) return 'which refers to itself';
    seen.add(next);
    const found: unknown = read(document, next);
    if (found === undefined) return 'which it does not have';
    next = isNode(found) ? found.$ref : undefined;
  }
  return undefined;
}

function read(document: Node, reference: string): unknown {
  try {
    return follow(document, reference);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
