import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Allowlist, isAddressLiteral, isHost } from '@enablement/core';
import { parse } from 'yaml';
import { z } from 'zod';

const SHIPPED = join(import.meta.dirname, 'acrobits-allowlist.yaml');

const range = z.union(
  [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
  'expected an address or a range, for example 198.51.100.0/24',
);
const host = z.string().refine((text) => isHost(text) && !isAddressLiteral(text), 'expected a host name');
const date = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('expected the day the addresses were read, for example 2026-11-27').nullable(),
);

const shape = z
  .strictObject({
    source: z.url('expected the address of the list'),
    readAt: date,
    groups: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'expected small letters, for example web-login'),
          // It stands in comments of scripts.
          name: z.string().regex(/^[\p{L}\p{N} ()/,.&-]{1,60}$/u, 'expected a short name of letters and digits'),
          neededFor: z.enum(['base', 'push', 'messaging']),
          calls: z.enum(['https', 'sip']),
          addresses: z.array(range).default([]),
          hosts: z.array(host).default([]),
        }),
      )
      .min(1),
  })
  .refine(({ readAt, groups }) => readAt !== null || groups.every(({ addresses }) => addresses.length === 0), {
    path: ['readAt'],
    message: 'expected the day the addresses were read, since there are some',
  })
  .refine(({ groups }) => new Set(groups.map(({ id }) => id)).size === groups.length, {
    path: ['groups'],
    message: 'an id stands twice',
  });

/** Reads the allowlist of Acrobits' services: the given file, or the one that comes with the program. Throws one sentence that names the place. */
export async function readAllowlist(file = SHIPPED): Promise<Allowlist> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code}): expected an allowlist, as ${SHIPPED} is one.`);
  });
  const parsed = shape.safeParse(parseYaml(file, text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}.`);
  }
  const { readAt, ...rest } = parsed.data;
  return { ...rest, readAt: readAt === null ? undefined : new Date(`${readAt}T00:00:00Z`) };
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    throw new Error(`${file} is not YAML: look at indentation and quotes.`);
  }
}
