import { z } from 'zod';
import { findCloud, findDomain, newDomain, type State } from './state.ts';
import { standardSwitches, turn } from './switches.ts';

/** The cast: one environment's cloudId, and one of its domains that was provisioned long ago, so that a demo sees a 201 and a 200. */
export function freshState(staff: { auto: boolean; delayMs: number }): State {
  return {
    clouds: [{ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key', domains: [newDomain('globex.example', false)] }],
    letters: [],
    posts: [],
    switches: standardSwitches(),
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
  domains: z
    .array(
      z.strictObject({
        cloudId: text,
        domain: text,
        officeManagerName: text.optional(),
        officeManagerPassword: text.optional(),
        excluded: z.boolean().optional(),
      }),
    )
    .default([]),
  /** As for `POST /_mock/switches`. */
  switches: z.record(z.string(), z.unknown()).default({}),
});
type SeedBody = z.infer<typeof seedBody>;

/** Adds clouds and domains, or replaces what is known about them. Throws a sentence when the seed makes no sense. */
export function plant(state: State, body: unknown, now: Date): void {
  const seed = readSeed(body);
  turn(state.switches, seed.switches);
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
  for (const { cloudId, domain, officeManagerName: name, officeManagerPassword: password, excluded } of seed.domains) {
    const cloud = findCloud(state, cloudId);
    if (cloud === undefined)
      throw new Error(`The seed puts ${domain} under ${cloudId}, which is no known cloudId. List it under "clouds" as well.`);
    const known = findDomain(cloud, domain);
    const planted = known ?? newDomain(domain, cloudId.endsWith('*'));
    if (known === undefined) cloud.domains.push(planted);
    if (name !== undefined && password !== undefined) planted.officeManager = { name, password, since: now.toISOString() };
    if (excluded !== undefined) planted.excluded = excluded;
  }
}

function readSeed(body: unknown): SeedBody {
  const read = seedBody.safeParse(body);
  if (read.success) return read.data;
  throw new Error(`The seed cannot be read: ${z.prettifyError(read.error)}`);
}
