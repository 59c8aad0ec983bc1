import { isRecord, PRIORITY, readXml } from './account-xml.ts';

export interface QuickDial {
  readonly id: string;
  readonly displayName: string;
  readonly uri: string;
  readonly priority: number;
}

/** By id; `maxQuickDialReplacePriority` first drops what stands lower, `action="remove"` drops one. */
export function mergeQuickDial(kept: ReadonlyMap<string, QuickDial>, text: string): ReadonlyMap<string, QuickDial> {
  const [root] = Object.entries(readXml(text)).flatMap(([name, node]) => (name.startsWith('?') ? [] : [node]));
  const list = isRecord(root) ? root.quickDial : undefined;
  if (!isRecord(list)) return kept;
  const floor = Number(list['@maxQuickDialReplacePriority'] ?? 0);
  const result = new Map([...kept].filter(([, { priority }]) => priority >= floor));
  for (const item of [list.item ?? []].flat()) {
    if (!isRecord(item)) continue;
    const id = String(item['@id']);
    if (item['@action'] === 'remove') result.delete(id);
    else {
      const priority = Number(item['@priority'] ?? PRIORITY.externalProvisioning);
      result.set(id, { id, displayName: String(item.displayName ?? ''), uri: String(item.uri ?? ''), priority });
    }
  }
  return result;
}
