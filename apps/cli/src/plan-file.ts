import { readFile, writeFile } from 'node:fs/promises';
import { CustomerFile, type CustomerPlan } from '@enablement/core';
import { z } from 'zod';

const VERSION = 1;

/** A plan on disk: what it was made of, what it saw, and what it will do. Only the first two are believed when it is applied. */
const PlanFile = z.object({
  version: z.literal(VERSION),
  portalUrl: z.url(),
  domain: z.string(),
  madeAt: z.iso.datetime(),
  allowDelete: z.boolean(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  file: CustomerFile,
  plan: z.object({ actions: z.array(z.unknown()), problems: z.array(z.string()) }),
});
export type PlanFile = z.infer<typeof PlanFile>;

export async function writePlan(
  path: string,
  plan: Omit<PlanFile, 'version' | 'plan'> & { readonly plan: CustomerPlan },
): Promise<void> {
  await writeFile(path, `${JSON.stringify({ version: VERSION, ...plan }, null, 2)}\n`, { mode: 0o600 });
}

/** Throws one sentence. */
export async function readPlan(path: string): Promise<PlanFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read (${error.code}). Make a plan first: enablement plan <file>.`);
  });
  const read = PlanFile.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new Error(
    `${path} is not a plan that this program made (${read.error.issues[0]?.path.join('.') || 'not JSON'}). Make it again: enablement plan <file>.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
