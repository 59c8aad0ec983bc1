import type { components } from '../generated/acrobits.gen.ts';
import { readContract } from './document.ts';
import { createValidators } from './validators.ts';

export type { components, operations, paths } from '../generated/acrobits.gen.ts';

export type Schemas = components['schemas'];

export const document = readContract('acrobits');

/** The zod schema of a component: `validator('Refusal').safeParse(body)`. Throws on a name that the contract does not have. */
export const validator = createValidators<Schemas>(document);
