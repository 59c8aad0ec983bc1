import type { AccountNode } from '@enablement/core';
import { document, type Element, writable } from '../xml.ts';

/** `<account>` with the nodes in their order. */
export function accountXml(nodes: readonly AccountNode[]): string {
  const account: Record<string, string | Element> = {};
  for (const { name, value, priority } of nodes)
    account[name] = priority === undefined ? writable(value) : { '@priority': String(priority), '#text': writable(value) };
  return document({ account });
}
