import { type ParameterNames, type PhoneTemplate, phoneTemplate, phoneTemplates, plainCloudId } from '@enablement/core';
import { readYamlFile } from './yaml-file.ts';

export interface Templates {
  readonly parameters: ParameterNames;
  /** Those of the file, each with its cloudId. */
  readonly all: ReadonlyMap<string, PhoneTemplate>;
  /** The one of this cloudId, or the standard one. */
  of(cloudId: string): PhoneTemplate;
}

/** Reads the file of templates; without one all phones get the standard. Throws one sentence that names file, place and what was expected. */
export async function readTemplates(file: string | undefined): Promise<Templates> {
  const read =
    file === undefined
      ? phoneTemplates.parse({})
      : await readYamlFile(file, 'a YAML file with templates for phones', phoneTemplates);
  const all = new Map(read.phones.map((phone) => [phone.cloudId, phone]));
  if (all.size < read.phones.length) throw new Error(`${file}: a cloudId stands in it twice: each has one template.`);
  const standard = phoneTemplate.parse({});
  return { parameters: read.parameters, all, of: (cloudId) => all.get(plainCloudId(cloudId)) ?? standard };
}
