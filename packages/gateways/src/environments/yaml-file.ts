import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';

const MOST_BYTES = 1_000_000;

/**
 * Reads a YAML (or JSON) file by a schema. Throws one sentence that names the file, the place in it and what was expected; it never
 * repeats a value, since somebody may have written a secret where its name belongs.
 * @param what `a YAML file with environments`
 */
export async function readYamlFile<T>(file: string, what: string, schema: z.ZodType<T>): Promise<T> {
  return fitting(parseYaml(file, await readText(file, what)), file, schema);
}

/** The same for what was read already. */
export function fitting<T>(given: unknown, file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(`${file}: ${firstOf(parsed.error)}.`);
  return parsed.data;
}

async function readText(file: string, what: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code}): expected ${what}.`);
  });
  if (bytes.length > MOST_BYTES) throw new Error(`${file} is larger than 1 MB: expected ${what}.`);
  return bytes.toString('utf8');
}

function parseYaml(file: string, text: string): unknown {
  try {
    // Aliases are not needed here, and a few of them can grow into gigabytes.
    return parse(text, { maxAliasCount: 0, prettyErrors: false }) ?? {};
  } catch (error) {
    const place = (error as { linePos?: readonly { line: number }[] }).linePos?.[0]?.line;
    throw new Error(`${file} is not YAML${place === undefined ? '' : ` (line ${place})`}: look at indentation and quotes.`);
  }
}

function firstOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  const place = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const said = issue?.code === 'unrecognized_keys' ? `does not know ${issue.keys.join(', ')}` : issue?.message;
  return `${place.replace(/^\./, '') || 'the file'}: ${said?.replace(/\.$/, '')}`;
}
