/** One operation of the contract. */
export interface Route {
  readonly id: string;
  /** Lower case. */
  readonly method: string;
  /** The whole path, from the root of the host. */
  readonly template: string;
}

/** What an operation takes. */
export interface Takes {
  /** Media types that the contract accepts in the body; none means that no body is described. */
  readonly accepts: readonly string[];
  /** Names of the query parameters that the contract knows. */
  readonly query: readonly string[];
  /** JSON Schema of the body by media type, references resolved. */
  readonly bodies: ReadonlyMap<string, unknown>;
}

export type Match =
  | { readonly found: true; readonly route: Route; readonly params: Record<string, string> }
  | { readonly found: false; readonly why: 'not found' | 'malformed' }
  | { readonly found: false; readonly why: 'method not allowed'; readonly allowed: readonly string[] };

/** A match that somebody looked up. */
export type Found = Extract<Match, { found: true }> & { readonly takes: Takes };

interface CompiledPath {
  readonly template: string;
  readonly expression: RegExp;
  readonly names: readonly string[];
  readonly methods: Map<string, Route>;
}

const parameter = /\{([^}]+)\}/g;
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function compile(template: string, methods: Map<string, Route>): CompiledPath {
  const names = [...template.matchAll(parameter)].map((found) => String(found[1]));
  const pattern = template.split(parameter).map((part, at) => (at % 2 === 0 ? literally(part) : '([^/]+)'));
  // Who serves a path that ends in a slash serves it without as well.
  return { template, expression: new RegExp(`^${pattern.join('').replace(/\/$/, '/?')}$`), names, methods };
}

/** Sorts `/domains/count` before `/domains/{domain}`: of two paths, the one that is concrete earlier comes first. */
const concreteFirst = (template: string): string =>
  template
    .split('/')
    .map((segment) => (segment.includes('{') ? `1${segment}` : `0${segment}`))
    .join('/');

/** Answers as if there were no other operations than those that `has` names. */
export type Router = (method: string, path: string, has?: (id: string) => boolean) => Match;

/**
 * Finds the operation for a request. Expressions are compiled once, and paths without parameters are looked up, so that a contract
 * of hundreds of operations costs little more than one of two.
 */
export function createRouter(routes: readonly Route[]): Router {
  const byTemplate = Map.groupBy(routes, (route) => route.template);
  const compiled = [...byTemplate.entries()]
    .toSorted(([one], [other]) => (concreteFirst(one) < concreteFirst(other) ? -1 : 1))
    .map(([template, all]) => compile(template, new Map(all.map((route) => [route.method, route]))));
  const concrete = new Map(compiled.filter((path) => path.names.length === 0).map((path) => [path.template, path]));
  const templated = compiled.filter((path) => path.names.length > 0);

  return (method, path, has = () => true) => {
    const allowed = new Set<string>();
    const exact = concrete.get(path) ?? concrete.get(`${path}/`);
    for (const candidate of exact === undefined ? templated : [exact, ...templated]) {
      const values = candidate.expression.exec(path);
      if (values === null) continue;
      const route = candidate.methods.get(method) ?? (method === 'head' ? candidate.methods.get('get') : undefined);
      if (route === undefined || !has(route.id)) {
        for (const [other, { id }] of candidate.methods) if (has(id)) allowed.add(other);
        continue;
      }
      const params = decode(candidate.names, values.slice(1));
      return params === undefined ? { found: false, why: 'malformed' } : { found: true, route, params };
    }
    return allowed.size > 0
      ? { found: false, why: 'method not allowed', allowed: [...allowed] }
      : { found: false, why: 'not found' };
  };
}

/** `undefined` when a percent sequence is broken. */
function decode(names: readonly string[], values: readonly string[]): Record<string, string> | undefined {
  try {
    return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
