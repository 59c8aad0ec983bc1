import { createHash } from 'node:crypto';
import { GENESIS, headOf, keyOf, type Sealed, seal } from '../audit/chain.ts';
import type { Audited } from '../audit/entry.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';

export interface MemoryAudit extends Audit {
  readonly all: readonly Sealed[];
  /** At once, as a transaction would. */
  write(...audited: readonly Audited[]): void;
}

/** The audit in memory: the real chain, and nobody to protect it from. */
export function createMemoryAudit({ clock }: { clock: Clock }): MemoryAudit {
  const all: Sealed[] = [];
  const keys = new Set<string>();
  const head = () => {
    const last = all.at(-1);
    return last === undefined ? GENESIS : headOf(last);
  };
  const write = (...audited: readonly Audited[]) => {
    for (const one of audited) {
      const key = keyOf(one, sha256);
      if (key !== undefined && keys.has(key)) continue;
      if (key !== undefined) keys.add(key);
      all.push(seal(head(), one, clock.now(), sha256));
    }
  };
  return {
    all,
    write,
    record: async (audited) => write(audited),
    async *entries(enablements) {
      for (const one of all) if (enablements?.includes(one.entry.subject.enablement ?? '') ?? true) yield one;
    },
    head: async () => head(),
  };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
