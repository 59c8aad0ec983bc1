import { z } from 'zod';
import { type ContractDocument, type Node, resolve } from './document.ts';
import { definitionsOf } from './validators.ts';

/** What an operation wants to be sent. */
export interface RequestBody {
  /** Whether the contract has a member of this name at the top of the body. */
  has(member: string): boolean;
  /** What is wrong with a body, a sentence each, values never quoted. Empty when it is as the contract has it. */
  problemsOf(body: unknown): readonly string[];
}

/**
 * The bodies of a contract, stricter than its schemas: a member that the contract does not have is a problem, because a server that
 * passes over misspelt members in silence is no help. `undefined` for an operation without a body, and for one that does not exist.
 */
export function createRequestBodies(document: ContractDocument): (method: string, path: string) => RequestBody | undefined {
  const definitions = definitionsOf(document.components.schemas);
  const made = new Map<string, RequestBody>();
  return (method, path) => {
    const key = `${method} ${path}`;
    const schema = made.has(key) ? undefined : schemaOf(document, document.paths[path]?.[method]);
    if (schema !== undefined) {
      const members = Object.keys((schema.properties ?? {}) as Node);
      const strict = 'properties' in schema ? { ...schema, additionalProperties: false } : schema;
      const validator = z.fromJSONSchema({ $defs: definitions, ...definitionsOf(strict) });
      made.set(key, {
        has: (member) => members.includes(member),
        problemsOf: (body) => (validator.safeParse(body).error?.issues ?? []).map(say),
      });
    }
    return made.get(key);
  };
}

function schemaOf(document: ContractDocument, operation: unknown): Node | undefined {
  const body = (operation as Node | undefined)?.requestBody;
  if (body === undefined) return undefined;
  const content = resolve(document, body).content as Record<string, Node>;
  const json = content['application/json'];
  return json && resolve(document, json.schema);
}

const say = ({ path, message }: z.core.$ZodIssue) => (path.length === 0 ? message : `${path.join('.')}: ${message}`);
