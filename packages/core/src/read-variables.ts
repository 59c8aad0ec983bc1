import type { z } from 'zod';

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
