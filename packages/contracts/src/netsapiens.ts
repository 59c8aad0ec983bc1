import type { components } from '../generated/netsapiens.gen.ts';
import { type ContractDocument, readContract } from './document.ts';
import { atRelease, isIn, type Release } from './releases.ts';
import { createRequestBodies } from './request-bodies.ts';
import { createValidators } from './validators.ts';

export type { components, operations, paths } from '../generated/netsapiens.gen.ts';
export { type Release, releases } from './releases.ts';

export type Schemas = components['schemas'];

export const document = readContract('netsapiens');

/** The contract as a core of this release keeps it. */
export const documentAt = (release: Release): ContractDocument => atRelease(document, release);

/** The members of a component that a core of this release knows. */
export function membersAt(release: Release, name: keyof Schemas): ReadonlySet<string> {
  const { properties = {} } = document.components.schemas[name] as { properties?: object };
  return new Set(Object.entries(properties).flatMap(([member, schema]) => (isIn(release, schema) ? [member] : [])));
}

/** The zod schema of a component: `validator('AccessToken').safeParse(body)`. Throws on a name that the contract does not have. */
export const validator = createValidators<Schemas>(document);

/** What an operation wants to be sent, checked strictly: `requestBody('post', '/domains')`. */
export const requestBody = createRequestBodies(document);
