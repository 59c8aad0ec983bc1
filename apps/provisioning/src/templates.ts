import { readFile } from 'node:fs/promises';
import { type ParameterNames, type PhoneTemplate, phoneTemplate, phoneTemplates, plainCloudId } from '@enablement/core';
import { parse } from 'yaml';
import { parseDialActions } from './global/dial-actions.ts';

export interface Templates {
  readonly parameters: ParameterNames;
  /** The one of this cloudId, or the standard one. */
  of(cloudId: string): PhoneTemplate;
}

/** Reads the file of templates; without one all phones get the standard. Throws one sentence that names file, place and what was expected. */
export async function readTemplates(file: string | undefined): Promise<Templates> {
  if (file === undefined) return parseTemplates({}, '');
  return parseTemplates(parseYaml(file, await readText(file)) ?? {}, file);
}

/** @param file for the sentence when something is wrong */
export function parseTemplates(given: unknown, file: string): Templates {
  const read = phoneTemplates.safeParse(given);
  if (!read.success) throw new Error(`${file}: ${complaintOf(read.error.issues[0])}.`);
  const { parameters, phones } = read.data;
  const own = new Map(phones.map((phone) => [phone.cloudId, phone]));
  if (own.size < phones.length) throw new Error(`${file}: a cloudId stands in it twice: each has one template.`);
  for (const { cloudId, dialActions } of phones) {
    const wrong = dialActions === undefined ? undefined : parseDialActions(dialActions);
    if (wrong !== undefined) throw new Error(`${file}: dialActions of ${cloudId}: ${wrong}.`);
  }
  const standard = phoneTemplate.parse({});
  return { parameters, of: (cloudId) => own.get(plainCloudId(cloudId)) ?? standard };
}

async function readText(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read (${error.code}): expected a YAML file with templates for phones.`);
  });
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, prettyErrors: false });
  } catch {
    throw new Error(`${file} is not YAML: look at indentation and quotes.`);
  }
}

function complaintOf(
  issue: { path: readonly PropertyKey[]; message: string; code?: string; keys?: readonly string[] } | undefined,
): string {
  const place = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const said = issue?.keys === undefined ? issue?.message : `does not know ${issue.keys.join(', ')}`;
  return `${place.replace(/^\./, '') || 'the file'}: ${said?.replace(/\.$/, '')}`;
}
