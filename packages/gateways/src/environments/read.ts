import { readFile } from 'node:fs/promises';
import type { Declared } from '@enablement/core';
import { parse } from 'yaml';
import type { z } from 'zod';
import { declarationIn } from './declaration.ts';

const MOST_BYTES = 1_000_000;

/**
 * Reads a file of environments (YAML or JSON). Throws one sentence that names the file, the place in it and what was expected;
 * it never repeats a value, since somebody may have written a secret where its name belongs.
 */
export async function readEnvironments(file: string, env: NodeJS.ProcessEnv): Promise<Declared> {
  const parsed = declarationIn(env).safeParse(parseYaml(file, await readText(file)));
  if (!parsed.success) throw new Error(`${file}: ${firstOf(parsed.error)}.`);
  const doubles = doubled(parsed.data.environments.map(({ cloudId }) => cloudId));
  if (doubles !== undefined) throw new Error(`${file}: cloudId ${doubles} stands in it twice: each environment has its own.`);
  return parsed.data;
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code}): expected a YAML file with environments.`);
  });
  if (bytes.length > MOST_BYTES) throw new Error(`${file} is larger than 1 MB: expected a YAML file with environments.`);
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

const doubled = (values: readonly string[]): string | undefined => values.find((value, i) => values.indexOf(value) !== i);
