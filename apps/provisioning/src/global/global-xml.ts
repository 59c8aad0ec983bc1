import { type PhoneTemplate, type QuickDial, REPLACES_EARLIER } from '@enablement/core';
import { document, type Element, writable } from '../xml.ts';

/** The root's name is free. Element names are camelCase: XML is case-sensitive, and one copy of the vendor's page is not. */
export function globalXml(tiles: readonly QuickDial[], { dialActions = '' }: PhoneTemplate, whole: boolean): string {
  const quickDial: Element = {
    // Takes away what we sent earlier and is not among these; what users made themselves stays.
    ...(whole ? { '@maxQuickDialReplacePriority': String(REPLACES_EARLIER) } : {}),
    item: tiles.map(itemOf),
  };
  const text = document({ provisioning: { quickDial } });
  // An operator's own fragment, seen to be XML when we started.
  return dialActions === '' ? text : text.replace(/<\/provisioning>$/, () => `${dialActions}</provisioning>`);
}

function itemOf(tile: QuickDial): Element {
  const id = { '@id': writable(tile.id) };
  if ('action' in tile) return { ...id, '@action': tile.action };
  const { displayName, uri, priority } = tile;
  return {
    ...id,
    ...(priority === undefined ? {} : { '@priority': String(priority) }),
    displayName: writable(displayName),
    uri: writable(uri),
  };
}
