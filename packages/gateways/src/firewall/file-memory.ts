import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FirewallMemory } from '@enablement/core';
import { z } from 'zod';

const shape = z.object({ madeAt: z.coerce.date(), groups: z.record(z.string(), z.array(z.string())) });

/** The last list in a file, for the command line. A file that cannot be understood counts as none: it only says what is new. */
export function createFileMemory(file: string): FirewallMemory {
  return {
    async last() {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      try {
        return shape.parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    async keep(snapshot) {
      await mkdir(dirname(file), { recursive: true });
      const fresh = `${file}.${process.pid}`;
      await writeFile(fresh, JSON.stringify(snapshot));
      await rename(fresh, file);
    },
  };
}
