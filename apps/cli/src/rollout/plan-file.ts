import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const VERSION = 1;

const Item = z.object({
  domain: z.string(),
  login: z.string(),
  account: z.enum(['as given', 'to be made']),
  passwordEnv: z.string().optional(),
  status: z.enum(['ahead', 'synchronized', 'left alone']),
  detail: z.string().optional(),
});

const Planned = z.object({
  portalUrl: z.url(),
  cloudId: z.string(),
  messagingHost: z.string(),
  enablement: z.string().optional(),
  madeAt: z.iso.datetime(),
  canary: z.int().min(0),
  atOnce: z.int().min(1),
  items: z.array(Item),
});
export type PlannedRollout = z.infer<typeof Planned>;

const PlanFile = Planned.extend({ version: z.literal(VERSION), fingerprint: z.string() });

export const fingerprintOf = (planned: PlannedRollout): string =>
  createHash('sha256')
    .update(JSON.stringify(Planned.parse(planned)))
    .digest('hex');

/** What a person saw is what is applied: the fingerprint covers all of it. */
export async function writeRolloutPlan(path: string, planned: PlannedRollout): Promise<void> {
  const file = { version: VERSION, fingerprint: fingerprintOf(planned), ...planned };
  await writeFile(path, `${JSON.stringify(file, null, 1)}\n`, { mode: 0o600 });
}

/** Throws one sentence. */
export async function readRolloutPlan(path: string): Promise<PlannedRollout & { readonly fingerprint: string }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read (${error.code}). Make a plan first: enablement rollout <csv>.`);
  });
  const read = PlanFile.safeParse(parsed(text));
  if (!read.success) throw new Error(`${path} is not a roll-out’s plan. Make one: enablement rollout <csv>.`);
  const { version: _, fingerprint, ...planned } = read.data;
  if (fingerprintOf(planned) !== fingerprint)
    throw new Error(`${path} was changed after it was made, so it is not what somebody has seen. Make it again.`);
  return { ...planned, fingerprint };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
