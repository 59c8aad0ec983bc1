import type { Resource, Value, Values } from '@enablement/core';
import type { NetsapiensClient } from '../client.ts';

/** How one kind of thing is kept on the platform: where it stands, and what its members are called there. */
export interface Shelf {
  /** All that is there of this kind; of what belongs to users, as far as these are looked at. The domain exists. */
  read(client: NetsapiensClient, at: Place): AsyncIterable<Resource>;
  create(client: NetsapiensClient, domain: string, resource: Resource): Promise<'created' | 'already existed'>;
  change(client: NetsapiensClient, domain: string, resource: Resource): Promise<void>;
  delete(client: NetsapiensClient, domain: string, resource: Named): Promise<'deleted' | 'already gone'>;
}

export interface Place {
  readonly domain: string;
  readonly users: readonly string[];
}

export type Named = Pick<Resource, 'kind' | 'name' | 'user'>;

/** Leaves out what is not given, for a body says only what the file says. */
export const given = <T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** Ours to theirs. */
export const text = (value: Value | undefined): string | undefined => (value === undefined ? undefined : String(value));
export const whole = (value: Value | undefined): number | undefined => (value === undefined ? undefined : Number(value));
export const yesNo = (value: Value | undefined): 'yes' | 'no' | undefined =>
  value === undefined ? undefined : value === true ? 'yes' : 'no';
export const listOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** Theirs to ours. Absent, null, blank, "inherited" and the platform's own word for nothing are nothing. */
const NOTHINGS: readonly unknown[] = [undefined, null, '', '[*]', 'n/a'];
export function seen(members: { readonly [member: string]: Value | null | undefined }): Values {
  return Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Value] => !NOTHINGS.includes(entry[1])));
}
export const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
export const count = (value: unknown): number | undefined => (/^-?\d+$/.test(String(value ?? '')) ? Number(value) : undefined);
export const bool = (value: unknown): boolean | undefined => (value === 'yes' ? true : value === 'no' ? false : undefined);

/** The user of `100 *`, and what follows. */
export function halves(name: string): readonly [owner: string, rest: string] {
  const at = name.indexOf(' ');
  return [name.slice(0, at), name.slice(at + 1)];
}

export const inDomain = (domain: string): Resource['needs'] => [`domain ${domain}`];
