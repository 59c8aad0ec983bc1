import { z } from 'zod';

/** Reads the environment of a program. Throws one sentence, that of the first variable that is missing or malformed. */
export function readVariables<Schema extends z.ZodType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  // An empty variable counts as left out, as people write them in files.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues[0]?.message ?? 'The configuration could not be read.');
}

export function wholeNumber(name: string, least: number, most: number) {
  const expected = `${name} must be a whole number from ${least} to ${most}.`;
  return z
    .string()
    .regex(/^\d{1,7}$/, expected)
    .transform(Number)
    .refine((number) => number >= least && number <= most, expected);
}

/** `https://host[:port]`, under which others reach a program. */
export const ownAddress = (name: string, example: string) =>
  z.string().transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
    if (plain) return url.origin;
    context.addIssue({ code: 'custom', message: `${name} must be an address without a path, for example ${example}.` });
    return z.NEVER;
  });

/** Whether secrets may travel to this address of ours: encrypted, or not out of this machine. */
export function mayCarrySecrets(address: string, allowPrivateHosts: boolean): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || allowPrivateHosts || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

/** What every program that answers people or phones reads. */
export const servingVariables = (port: number) => ({
  PORT: wholeNumber('PORT', 0, 65_535).default(port),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'HOST must be a host name or an address to listen on, for example 127.0.0.1.')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must look like postgres://user:password@host:5432/database.')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  ALLOW_PRIVATE_HOSTS: z
    .enum(['0', '1'], 'ALLOW_PRIVATE_HOSTS must be 1 (development only) or left out.')
    .default('0')
    .transform((text) => text === '1'),
  TRUST_PROXY: wholeNumber('TRUST_PROXY', 0, 10).default(0),
  NODE_ENV: z.string().optional(),
});

/** For `refine`, before anything else is looked at. */
export const noDevelopmentInProduction = [
  ({ NODE_ENV, ALLOW_PRIVATE_HOSTS }: { readonly NODE_ENV?: string | undefined; readonly ALLOW_PRIVATE_HOSTS: boolean }) =>
    !(NODE_ENV === 'production' && ALLOW_PRIVATE_HOSTS),
  { error: 'ALLOW_PRIVATE_HOSTS is for development only: leave it out, or unset NODE_ENV=production.', abort: true },
] as const;
