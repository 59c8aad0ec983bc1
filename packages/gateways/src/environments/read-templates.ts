import {
  type ParameterNames,
  type PhoneTemplate,
  type PhoneTemplates,
  phoneTemplate,
  phoneTemplates,
  plainCloudId,
} from '@enablement/core';
import { fitting, readYamlFile } from './yaml-file.ts';

export interface Templates {
  readonly parameters: ParameterNames;
  /** Those of the file, each with its cloudId. */
  readonly all: ReadonlyMap<string, PhoneTemplate>;
  /** The one of this cloudId, or the standard one. */
  of(cloudId: string): PhoneTemplate;
}

/** Reads the file of templates; without one all phones get the standard. Throws one sentence that names file, place and what was expected. */
export async function readTemplates(file: string | undefined): Promise<Templates> {
  if (file === undefined) return parseTemplates({}, '');
  return templatesOf(await readYamlFile(file, 'a YAML file with templates for phones', phoneTemplates), file);
}

/** @param file for the sentence when something is wrong */
export const parseTemplates = (given: unknown, file: string): Templates =>
  templatesOf(fitting(given, file, phoneTemplates), file);

function templatesOf({ parameters, phones }: PhoneTemplates, file: string): Templates {
  const all = new Map(phones.map((phone) => [phone.cloudId, phone]));
  if (all.size < phones.length) throw new Error(`${file}: a cloudId stands in it twice: each has one template.`);
  const standard = phoneTemplate.parse({});
  return { parameters, all, of: (cloudId) => all.get(plainCloudId(cloudId)) ?? standard };
}
