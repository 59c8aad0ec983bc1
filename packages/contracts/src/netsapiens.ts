import type { components } from '../generated/netsapiens.gen.ts';
import { readContract } from './document.ts';
import { createValidators } from './validators.ts';

export type { components, operations, paths } from '../generated/netsapiens.gen.ts';

export type Schemas = components['schemas'];

export const document = readContract(new URL('../netsapiens/openapi.yaml', import.meta.url));

/** The zod schema of a component: `validator('AccessToken').safeParse(body)`. Throws on a name that the contract does not have. */
export const validator = createValidators<Schemas>(document);
