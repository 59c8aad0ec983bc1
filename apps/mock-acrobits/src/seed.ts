import { z } from 'zod';
import { findCloud, findDomain, newDomain, type State } from './state.ts';

/** The cast: one environment's cloudId, and one of its domains that was provisioned long ago, so that a demo sees a 201 and a 200. */
export function freshState(staff: { auto: boolean; delayMs: number }): State {
  return {
    clouds: [{ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key', domains: [newDomain('globex.example', false)] }],
    letters: [],
    callbacks: [],
    staff: { ...staff, steps: [], done: {} },
  };
}

const text = z.string().min(1);

const seedBody = z.strictObject({
  clouds: z
    .array(
      z.strictObject({
        cloudId: text,
        apiKey: text,
        messagingHost: text.optional(),
        portalUrl: z.url().optional(),
        clientId: text.optional(),
        clientSecret: text.optional(),
        coreHost: text.optional(),
      }),
    )
    .default([]),
  domains: z.array(z.strictObject({ cloudId: text, domain: text })).default([]),
});
type SeedBody = z.infer<typeof seedBody>;

/** Adds clouds and domains, or replaces what is known about them. Throws a sentence when the seed makes no sense. */
export function plant(state: State, body: unknown): void {
  const seed = readSeed(body);
  for (const { cloudId, apiKey, messagingHost, portalUrl, clientId, clientSecret, coreHost } of seed.clouds) {
    let cloud = findCloud(state, cloudId);
    if (cloud === undefined) {
      cloud = { cloudId, apiKey, domains: [] };
      state.clouds.push(cloud);
    }
    cloud.apiKey = apiKey;
    if (messagingHost !== undefined) cloud.messagingHost = messagingHost;
    if (portalUrl !== undefined && clientId !== undefined && clientSecret !== undefined) {
      cloud.handedOver = { ...cloud.handedOver, portalUrl, clientId, clientSecret, coreHost };
    }
  }
  for (const { cloudId, domain } of seed.domains) {
    const cloud = findCloud(state, cloudId);
    if (cloud === undefined)
      throw new Error(`The seed puts ${domain} under ${cloudId}, which is no known cloudId. List it under "clouds" as well.`);
    if (findDomain(cloud, domain) === undefined) cloud.domains.push(newDomain(domain, false));
  }
}

function readSeed(body: unknown): SeedBody {
  const read = seedBody.safeParse(body);
  if (read.success) return read.data;
  throw new Error(`The seed cannot be read: ${z.prettifyError(read.error)}`);
}
