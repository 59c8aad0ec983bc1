import { z } from 'zod';
import type { ContractDocument } from './document.ts';
import type { Interaction } from './pacts.ts';

// Breaks on purpose, for any vendor: a copy of a contract in which one thing is different, or an interaction as a broken client's tests
// would have written it. pacts.verify.test.ts sees that each is caught.

const node = z.record(z.string(), z.unknown());
type Node = z.infer<typeof node>;
const requestBody = z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) });

/** Where the contract describes an interaction. */
interface Place {
  readonly path: string;
  readonly method: string;
}

/** Throws when the contract does not describe it. */
function findPlace(contract: ContractDocument, { request }: Interaction): Place {
  const method = request.method.toLowerCase();
  const bases = z.array(z.looseObject({ url: z.string() })).parse(contract.servers ?? []);
  const prefixes = bases.map(({ url }) => new URL(url.replaceAll(/\{[^}]+\}/g, 'x')).pathname.replace(/\/$/, ''));
  const path = Object.keys(contract.paths)
    .toSorted((one, other) => one.split('{').length - other.split('{').length)
    .find((template) => {
      const pattern = template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+');
      const fits = ['', ...prefixes].some((prefix) => new RegExp(`^${prefix}${pattern}$`).test(request.path));
      return fits && contract.paths[template]?.[method] !== undefined;
    });
  if (path === undefined) throw new Error(`The contract has no ${request.method} ${request.path}.`);
  return { path, method };
}

/** A copy of the contract with another description of an interaction's operation. */
function withOperation(
  contract: ContractDocument,
  interaction: Interaction,
  change: (operation: Node) => Node,
): ContractDocument {
  const copy = structuredClone(contract);
  const { path, method } = findPlace(copy, interaction);
  const item = node.parse(copy.paths[path]);
  copy.paths[path] = { ...item, [method]: change(node.parse(item[method])) };
  return copy;
}

export function withoutOperation(contract: ContractDocument, interaction: Interaction): ContractDocument {
  const copy = structuredClone(contract);
  const { path, method } = findPlace(copy, interaction);
  delete copy.paths[path]?.[method];
  return copy;
}

/** The status of the interaction is no longer promised, not even as `5XX` or `default`. */
export function withoutStatus(contract: ContractDocument, interaction: Interaction): ContractDocument {
  const status = String(interaction.response.status);
  const gone = [status, `${status[0]}XX`, 'default'];
  return withOperation(contract, interaction, (operation) => {
    const responses = Object.entries(node.parse(operation.responses)).filter(([name]) => !gone.includes(name));
    return { ...operation, responses: Object.fromEntries(responses) };
  });
}

/** The vendor wants a member in the body that our client does not send. */
export function withNewMember(contract: ContractDocument, interaction: Interaction): ContractDocument {
  return withOperation(contract, interaction, (operation) => {
    const body = requestBody.parse(operation.requestBody);
    const content = Object.entries(body.content).map(([type, { schema }]) => [
      type,
      { schema: { allOf: [schema, { type: 'object', required: ['planted'] }] } },
    ]);
    return { ...operation, requestBody: { ...body, content: Object.fromEntries(content) } };
  });
}

type Change = (interaction: Interaction) => Interaction;

/** What a client may do wrong, as its pact would tell it. */
export const CLIENT_BREAKS: readonly (readonly [what: string, change: Change])[] = [
  ['asks at another path', ({ request, ...rest }) => ({ ...rest, request: { ...request, path: `${request.path}s/planted` } })],
  ['asks with another method', ({ request, ...rest }) => ({ ...rest, request: { ...request, method: 'PATCH' } })],
  ['relies on a status that nobody promised', ({ response, ...rest }) => ({ ...rest, response: { ...response, status: 299 } })],
];

/** For interactions with a JSON object as body. */
export const BODY_BREAKS: readonly (readonly [what: string, change: (content: Node) => Node])[] = [
  ['leaves every member out', () => ({})],
  ['sends numbers for texts', (content) => Object.fromEntries(Object.keys(content).map((name) => [name, 4711]))],
];
