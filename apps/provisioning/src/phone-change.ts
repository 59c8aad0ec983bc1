import { z } from 'zod';

const shape = z.object({ cloudId: z.string(), name: z.string(), version: z.int().optional() });

/** Which log-in was changed, by us or by another replica; `undefined` when it cannot be told, so that any may have been. */
export function readChange(said: string | undefined): z.infer<typeof shape> | undefined {
  try {
    return shape.parse(JSON.parse(said ?? ''));
  } catch {
    return undefined;
  }
}
