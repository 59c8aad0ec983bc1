import { XMLParser } from 'fast-xml-parser';

/** A value of an account, and how firmly it stands. */
export interface Kept {
  readonly value: string;
  readonly priority: number;
}
export type Account = ReadonlyMap<string, Kept>;

/** Implicit priorities, as Acrobits' Quick Dial page names them. */
export const PRIORITY = { externalProvisioning: 20, gui: 40 } as const;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: false,
  trimValues: false,
});

/** Reads a document, or throws: an app that cannot read an answer shows its generic error. */
export function readXml(text: string): Readonly<Record<string, unknown>> {
  const read: unknown = parser.parse(text, true);
  return isRecord(read) ? read : {};
}

/** `<account>` and its children, each with the priority it was sent with. */
export function readAccount(text: string): Account {
  const { account } = readXml(text);
  if (!isRecord(account)) throw new Error('the answer is no <account>');
  const nodes = Object.entries(account).filter(([name]) => !name.startsWith('@') && name !== '#text');
  return new Map(nodes.map(([name, node]) => [name, { value: wordsOf(node), priority: priorityOf(node) }]));
}

/**
 * What the app keeps: a value is replaced by one of the same or a higher priority (headers of Acrobits' SDK). Throws when the title
 * is empty, since such an account is not saved.
 */
export function merge(kept: Account, arrived: Account): Account {
  const result = new Map(kept);
  for (const [name, node] of arrived) {
    const before = result.get(name);
    if (before === undefined || node.priority >= before.priority) result.set(name, node);
  }
  if ((result.get('title')?.value ?? '').trim() === '') throw new Error('an account without a title is not saved');
  return result;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const wordsOf = (node: unknown): string => (isRecord(node) ? String(node['#text'] ?? '') : String(node ?? ''));
const priorityOf = (node: unknown): number =>
  isRecord(node) && node['@priority'] !== undefined ? Number(node['@priority']) : PRIORITY.externalProvisioning;
