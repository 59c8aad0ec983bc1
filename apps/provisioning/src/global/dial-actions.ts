import { XMLParser, XMLValidator } from 'fast-xml-parser';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false });

/**
 * What is wrong with a fragment of dial actions, as the rest of a sentence. What stands inside of a `dialAction` is not published, so it
 * is passed on as it is; entities beyond XML's own and documents within the document are not.
 */
export function parseDialActions(fragment: string): string | undefined {
  if (/<[!?]/.test(fragment)) return 'expected elements alone, without declarations, comments and CDATA';
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/.test(fragment)) return 'an & must be written as &amp;';
  const valid = XMLValidator.validate(fragment);
  if (valid !== true) return `not XML (line ${valid.err.line}): ${valid.err.msg.replace(/\.$/, '')}`;
  const root: Record<string, unknown> = parser.parse(fragment);
  const [name, ...more] = Object.keys(root);
  if (name !== 'dialActions' || more.length > 0) return 'expected one <dialActions> around everything';
  const inside = typeof root.dialActions === 'object' && root.dialActions !== null ? root.dialActions : {};
  const strange = Object.keys(inside).find((child) => child !== 'dialAction');
  if (strange !== undefined) return `expected <dialAction> only, and there is ${strange}`;
  const actions = [Reflect.get(inside, 'dialAction') ?? []].flat();
  if (actions.some((action) => typeof action !== 'object' || !Reflect.get(action, '@id'))) return 'each <dialAction> needs an id';
  return undefined;
}
