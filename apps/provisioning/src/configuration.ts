import { hours, minutes, readVariables, seconds } from '@enablement/core';
import { z } from 'zod';

const WHOLE = (name: string, least: number, most: number) => {
  const expected = `${name} must be a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,7}$/, expected)
    .transform(Number)
    .refine((number) => number >= least && number <= most, expected);
};

const EXPECTED_URL = 'PHONES_URL must be an address without a path, for example https://phones.northwind.example.';
const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
    return url.origin;
  context.addIssue({ code: 'custom', message: EXPECTED_URL });
  return z.NEVER;
});

const Environment = z
  .object({
    PORT: WHOLE('PORT', 0, 65_535).default(4500),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/, 'HOST must be a host name or an address to listen on, for example 127.0.0.1.')
      .default('127.0.0.1'),
    /** Where phones reach this program; it stands in the accounts they get. */
    PHONES_URL: origin.optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must look like postgres://user:password@host:5432/database.')
      .optional(),
    DATA_DIR: z.string().default('.data'),
    ENVIRONMENTS: z.string().optional(),
    PHONE_TEMPLATES: z.string().optional(),
    ALLOW_PRIVATE_HOSTS: z
      .enum(['0', '1'], 'ALLOW_PRIVATE_HOSTS must be 1 (development only) or left out.')
      .default('0')
      .transform((text) => text === '1'),
    TRUST_PROXY: WHOLE('TRUST_PROXY', 0, 10).default(0),
    /** How long a proved log-in is believed. */
    BELIEVED_SECONDS: WHOLE('BELIEVED_SECONDS', 0, 3_600).default(30).transform(seconds),
    /** A device is read again after this, for its SIP password may have been changed. */
    REREAD_SECONDS: WHOLE('REREAD_SECONDS', 0, 86_400).default(600).transform(seconds),
    /** How long the last good answer serves while NetSapiens is away. */
    LAST_GOOD_HOURS: WHOLE('LAST_GOOD_HOURS', 0, 720).default(72).transform(hours),
    /** How often contacts are read again. */
    CONTACTS_MINUTES: WHOLE('CONTACTS_MINUTES', 1, 1_440).default(60).transform(minutes),
    /** Log-ins at NetSapiens that are under way at once. */
    UPSTREAM_AT_ONCE: WHOLE('UPSTREAM_AT_ONCE', 1, 500).default(20),
    /** KiB that one password hash takes. */
    HASH_MEMORY: WHOLE('HASH_MEMORY', 8, 1_048_576).default(19_456),
    NODE_ENV: z.string().optional(),
  })
  .refine(({ NODE_ENV, ALLOW_PRIVATE_HOSTS }) => !(NODE_ENV === 'production' && ALLOW_PRIVATE_HOSTS), {
    error: 'ALLOW_PRIVATE_HOSTS is for development only: leave it out, or unset NODE_ENV=production.',
    abort: true,
  })
  .refine(({ NODE_ENV, HASH_MEMORY }) => !(NODE_ENV === 'production' && HASH_MEMORY < 7_168), {
    error: 'HASH_MEMORY below 7168 KiB is for measurements only: leave it out in production.',
    abort: true,
  })
  .transform((env, context) => {
    const PHONES_URL = env.PHONES_URL ?? `http://localhost:${env.PORT}`;
    const { protocol, hostname } = new URL(PHONES_URL);
    if (protocol === 'https:' || env.ALLOW_PRIVATE_HOSTS || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
      return { ...env, PHONES_URL };
    context.addIssue({
      code: 'custom',
      message: 'PHONES_URL must start with https:// unless it is this machine, since passwords travel over it.',
    });
    return z.NEVER;
  });

export type Configuration = z.infer<typeof Environment>;

/** Reads the environment. Throws one sentence that names the first variable that is missing or malformed. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  return readVariables(Environment, env);
}
