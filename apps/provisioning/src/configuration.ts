import {
  hours,
  mayCarrySecrets,
  minutes,
  noDevelopmentInProduction,
  ownAddress,
  readVariables,
  seconds,
  servingVariables,
  wholeNumber,
} from '@enablement/core';
import { z } from 'zod';

const Environment = z
  .object({
    ...servingVariables(4500),
    /** Where phones reach this program; it stands in the accounts they get. */
    PHONES_URL: ownAddress('PHONES_URL', 'https://phones.northwind.example').optional(),
    ENVIRONMENTS: z.string().optional(),
    PHONE_TEMPLATES: z.string().optional(),
    /** How long a proved log-in is believed. */
    BELIEVED_SECONDS: wholeNumber('BELIEVED_SECONDS', 0, 3_600).default(30).transform(seconds),
    /** A device is read again after this, for its SIP password may have been changed. */
    REREAD_SECONDS: wholeNumber('REREAD_SECONDS', 0, 86_400).default(600).transform(seconds),
    /** How long the last good answer serves while NetSapiens is away. */
    LAST_GOOD_HOURS: wholeNumber('LAST_GOOD_HOURS', 0, 720).default(72).transform(hours),
    /** How often contacts are read again. */
    CONTACTS_MINUTES: wholeNumber('CONTACTS_MINUTES', 1, 1_440).default(60).transform(minutes),
    /** Log-ins at NetSapiens that are under way at once. */
    UPSTREAM_AT_ONCE: wholeNumber('UPSTREAM_AT_ONCE', 1, 500).default(20),
    /** KiB that one password hash takes. */
    HASH_MEMORY: wholeNumber('HASH_MEMORY', 8, 1_048_576).default(19_456),
  })
  .refine(...noDevelopmentInProduction)
  .refine(({ NODE_ENV, HASH_MEMORY }) => !(NODE_ENV === 'production' && HASH_MEMORY < 7_168), {
    error: 'HASH_MEMORY below 7168 KiB is for measurements only: leave it out in production.',
    abort: true,
  })
  .transform((env, context) => {
    const PHONES_URL = env.PHONES_URL ?? `http://localhost:${env.PORT}`;
    if (mayCarrySecrets(PHONES_URL, env.ALLOW_PRIVATE_HOSTS)) return { ...env, PHONES_URL };
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
