import { readVariables } from '@enablement/core';
import { z } from 'zod';

const WHOLE = (name: string, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `${name} must be a whole number from 0 to ${most}.`)
    .transform(Number)
    .refine((number) => number <= most, `${name} must be a whole number from 0 to ${most}.`);

const PUBLIC_URL_EXPECTED = 'PUBLIC_URL must be an address without a path, for example https://enablement.northwind.example.';

const publicUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (plain) return url.origin;
  context.addIssue({ code: 'custom', message: PUBLIC_URL_EXPECTED });
  return z.NEVER;
});

const Environment = z
  .object({
    PORT: WHOLE('PORT', 65535).default(4300),
    HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/, 'HOST must be a host name or an address to listen on, for example 127.0.0.1.')
      .default('127.0.0.1'),
    PUBLIC_URL: publicUrl.optional(),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must look like postgres://user:password@host:5432/database.')
      .optional(),
    DATA_DIR: z.string().default('.data'),
    ACROBITS_CONTACT: z.email('ACROBITS_CONTACT must be an e-mail address.').default('contact@acrobits.cz'),
    ALLOW_PRIVATE_HOSTS: z
      .enum(['0', '1'], 'ALLOW_PRIVATE_HOSTS must be 1 (development only) or left out.')
      .default('0')
      .transform((text) => text === '1'),
    SESSIONTALK_PROVIDER: z
      .string()
      .regex(
        /^[A-Za-z0-9._-]{1,64}$/,
        'SESSIONTALK_PROVIDER must be the ProviderId of the SessionCloud portal, for example AcmeInc.',
      )
      .optional(),
    TRUST_PROXY: WHOLE('TRUST_PROXY', 10).default(0),
    NODE_ENV: z.string().optional(),
  })
  .refine(({ NODE_ENV, ALLOW_PRIVATE_HOSTS }) => !(NODE_ENV === 'production' && ALLOW_PRIVATE_HOSTS), {
    error: 'ALLOW_PRIVATE_HOSTS is for development only: leave it out, or unset NODE_ENV=production.',
    abort: true,
  })
  .transform((env, context) => {
    const PUBLIC_URL = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
    const { protocol, hostname } = new URL(PUBLIC_URL);
    if (protocol === 'https:' || env.ALLOW_PRIVATE_HOSTS || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
      return { ...env, PUBLIC_URL };
    context.addIssue({
      code: 'custom',
      message: 'PUBLIC_URL must start with https:// unless it is this machine, since secrets travel over it.',
    });
    return z.NEVER;
  });

export type Configuration = z.infer<typeof Environment>;

/** Reads the environment. Throws one sentence that names the first variable that is missing or malformed. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  return readVariables(Environment, env);
}
