import type { Json } from '../ports/engine.ts';

/** In the order in which they depend on each other: what is needed comes first. */
export const KINDS = [
  'domain',
  'emergency address',
  'site',
  'user',
  'device',
  'phone',
  'number',
  'answer rule',
  'contact',
] as const;
export type Kind = (typeof KINDS)[number];

export type Value = string | number | boolean | readonly string[];
export type Values = { readonly [member: string]: Value };

/** One thing on the platform, in the words of a customer's file. */
export interface Resource {
  readonly kind: Kind;
  /** Unique within its kind and domain: `100`, `100m`, `15551230100`, `100 *` (an answer rule), `shared Ada Example` (a contact). */
  readonly name: string;
  /** Whose it is, where it belongs to a user. */
  readonly user?: string;
  readonly values: Values;
  /** What must be there before it: ids of other resources. */
  readonly needs: readonly ResourceId[];
}

export type ResourceId = `${Kind} ${string}`;
export const idOf = ({ kind, name }: Pick<Resource, 'kind' | 'name'>): ResourceId => `${kind} ${name}`;

/** A resource as a journal keeps it. */
export const asJson = ({ kind, name, user, values, needs }: Resource): Json => ({
  kind,
  name,
  ...(user === undefined ? {} : { user }),
  values,
  needs,
});
