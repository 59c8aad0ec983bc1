// Not from the package's front door: that loads everything Prism has, which takes longer than all else that a start does.
import { getHttpOperationsFromSpec } from '@stoplight/prism-http/dist/utils/operations.js';
import { type Acceptance, createAcceptance } from './acceptance.ts';
import { excerpt, operationsIn, type Place } from './excerpt.ts';
import type { Route, Takes } from './routes.ts';

// The operations of a document as Prism reads them, each when it is called first: of hundreds, a few are called, and reading all of
// them takes longer than the rest of a start.

export type Described = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** A key that travels in the address is a query parameter too. */
const queryOf = ({ request, security = [] }: Described): string[] => [
  ...(request?.query ?? []).map(({ name }) => name),
  ...security.flat().flatMap((scheme) => ('in' in scheme && scheme.in === 'query' ? [scheme.name] : [])),
];

/** What the address of a server says before the paths begin: `/ns-api/v2` of `https://{server}/ns-api/v2`. */
const pathOf = (server: string): string => server.replace(/^[a-z]+:\/\/[^/]*/, '').replace(/\/$/, '');

const alreadyRead = new WeakMap<object, Map<string, Promise<Described>>>();

/** One operation as Prism describes it. Tests start many mocks of one contract, so it is kept beside the document. */
function describe(document: object, place: Place): Promise<Described> {
  const known = alreadyRead.get(document) ?? new Map<string, Promise<Described>>();
  alreadyRead.set(document, known);
  const key = `${place.method} ${place.path}`;
  const described = known.get(key) ?? describeAlone(document, place);
  known.set(key, described);
  return described;
}

async function describeAlone(document: object, { path, method }: Place): Promise<Described> {
  // Prism writes into the document that it reads.
  const operations = await getHttpOperationsFromSpec(structuredClone(excerpt(document, { path, method })));
  const found = operations.find((operation) => operation.path === path && operation.method.toLowerCase() === method);
  if (found === undefined) throw new Error(`Prism does not see ${method} ${path} in its document`);
  return found;
}

/** An operation, and where it stands in the documents. */
export interface Entry {
  readonly route: Route;
  /** Where the paths of its document begin. */
  readonly base: string;
  /** Whether what it answers is held to the document. */
  readonly answersChecked: boolean;
  readonly known: () => Promise<Known>;
}

export interface Known {
  readonly operation: Described;
  readonly takes: Takes;
  readonly acceptance: Acceptance;
}

function know(operation: Described): Known {
  const contents = operation.request?.body?.contents ?? [];
  const takes = {
    accepts: contents.map((content) => content.mediaType),
    query: queryOf(operation),
    bodies: new Map(contents.map(({ mediaType, schema }) => [mediaType, schema])),
  };
  return { operation, takes, acceptance: createAcceptance(operation) };
}

/** Every operation of a document. */
export function entriesOf(document: object, answersChecked: boolean): Entry[] {
  return operationsIn(document).map(({ path, method, operation, item }) => {
    const base = pathOf(serverOf(operation) ?? serverOf(item) ?? serverOf(document) ?? '');
    const id = typeof operation.operationId === 'string' ? operation.operationId : `${method} ${path}`;
    let known: Promise<Known> | undefined;
    return {
      route: { id, method, template: base + path },
      base,
      answersChecked,
      known: () => {
        known ??= describe(document, { path, method }).then(know);
        return known;
      },
    };
  });
}

const serverOf = (node: { readonly servers?: unknown }): string | undefined =>
  (node.servers as readonly { readonly url: string }[] | undefined)?.[0]?.url;
