import { readBody } from './body.ts';
import type { Takes } from './routes.ts';

const most = 50;
const longest = 200;

/**
 * What a platform passes over in silence, as paths: members and query parameters that the contract does not know, and members that
 * were given twice, of which the last counts. Never more than fifty, however much nonsense there is.
 */
export function findIgnored(
  takes: Pick<Takes, 'query' | 'bodies'>,
  request: { readonly query: Record<string, unknown>; readonly text: string | undefined; readonly mediaType: string | undefined },
): readonly string[] {
  const { query, text, mediaType } = request;
  const found = Object.keys(query)
    .filter((name) => !takes.query.includes(name))
    .map((name) => `query.${name}`);
  const body = readBody(text, mediaType);
  const schema = takes.bodies.get(mediaType ?? '');
  if (body.read && body.value !== undefined && text !== undefined) {
    const twice = mediaType === 'application/x-www-form-urlencoded' ? repeatedFields(text) : repeatedMembers(text);
    found.push(...unknownMembers(body.value, [schema], 'body'), ...twice.map((path) => `${path} (given twice)`));
  }
  return found.slice(0, most).map((path) => (path.length > longest ? `${path.slice(0, longest)}…` : path));
}

type Schema = Record<string, unknown>;

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema and all that it is made of. Alternatives count together: what one of them knows is known. */
function parts(schema: unknown): Schema[] {
  if (!isObject(schema)) return [];
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => (Array.isArray(schema[word]) ? schema[word] : []));
  return [schema, ...inner.flatMap(parts)];
}

function unknownMembers(value: unknown, schemas: readonly unknown[], path: string): string[] {
  const known = schemas.flatMap(parts);
  if (Array.isArray(value)) {
    const items = known.flatMap(({ items }) => (items === undefined ? [] : [items]));
    return value.slice(0, most).flatMap((item, at) => unknownMembers(item, items, `${path}.${at}`));
  }
  if (!isObject(value)) return [];
  const described = known.filter(({ properties }) => isObject(properties)).map(({ properties }) => properties as Schema);
  // Where no member is described, all of them are welcome.
  if (described.length === 0 || known.some(({ additionalProperties }) => additionalProperties !== undefined)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inside = described.filter((properties) => Object.hasOwn(properties, name)).map((properties) => properties[name]);
    return inside.length === 0 ? [`${path}.${name}`] : unknownMembers(member, inside, `${path}.${name}`);
  });
}

function repeatedFields(text: string): string[] {
  const fields = Map.groupBy(new URLSearchParams(text).keys(), (name) => name);
  return [...fields].filter(([, times]) => times.length > 1).map(([name]) => `body.${name}`);
}

/** Of a text that is known to be JSON. Character by character: an expression would need a stack as long as the longest string. */
function repeatedMembers(text: string): string[] {
  const levels: { readonly names: Set<string> | undefined; at: string | number }[] = [];
  const found = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    const level = levels.at(-1);
    if (character === '{') levels.push({ names: new Set(), at: '' });
    else if (character === '[') levels.push({ names: undefined, at: 0 });
    else if (character === '}' || character === ']') levels.pop();
    else if (character === ',' && typeof level?.at === 'number') level.at += 1;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (level?.names !== undefined && /^\s*:/.test(text.slice(end + 1, end + 50))) {
        level.at = String(JSON.parse(text.slice(at, end + 1)));
        if (level.names.has(level.at)) found.add(['body', ...levels.map((outer) => outer.at)].join('.'));
        level.names.add(level.at);
      }
      at = end;
    }
  }
  return [...found];
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
