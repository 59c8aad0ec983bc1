import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { bundle } from './bundle.ts';

/** The vendors whose contracts live in a folder of this package. */
export const vendors = ['netsapiens', 'acrobits'] as const;
export type Vendor = (typeof vendors)[number];

/** Contracts that are written in several files, in `source/`, because one would be thousands of lines long. */
const written: readonly Vendor[] = ['netsapiens'];

const folder = new URL('../', import.meta.url);

interface GeneratedFile {
  readonly file: URL;
  readonly text: string;
}

/**
 * What belongs to a vendor's contract as it is written: its types, the same contract as JSON, which programs read forty times as fast as
 * YAML, and before them the contract in one file if it is written in several.
 */
export async function generate(vendor: Vendor): Promise<GeneratedFile[]> {
  const contractFile = new URL(`${vendor}/openapi.yaml`, folder);
  const contract = written.includes(vendor) ? await generateContract(vendor) : await readFile(contractFile, 'utf8');
  const types = { file: new URL(`generated/${vendor}.gen.ts`, folder), text: await generateTypes(vendor, contract) };
  const json = { file: new URL(`generated/${vendor}.json`, folder), text: `${JSON.stringify(parse(contract), undefined, 1)}\n` };
  return written.includes(vendor) ? [{ file: contractFile, text: contract }, types, json] : [types, json];
}

async function generateContract(vendor: Vendor): Promise<string> {
  const text = await bundle(new URL(`${vendor}/source/openapi.yaml`, folder));
  return `# Generated from ${vendor}/source by \`npm run gen\`. Edit the files there, not this one.\n${text}`;
}

async function generateTypes(vendor: Vendor, contract: string): Promise<string> {
  const types = await openapiTS(contract, { alphabetize: false, defaultNonNullable: false });
  return `// Generated from ${vendor}/openapi.yaml by \`npm run gen\`. Edit the contract, not this file.\n${astToString(types)}`;
}

/** Whether the checked-in files are what the contract gives today. */
export async function isCurrent(vendor: Vendor): Promise<boolean> {
  const generated = await generate(vendor);
  const current = await Promise.all(generated.map(async ({ file, text }) => (await readFile(file, 'utf8')) === text));
  return current.every(Boolean);
}

if (import.meta.main) {
  for (const vendor of vendors) {
    for (const { file, text } of await generate(vendor)) {
      await writeFile(file, text);
      console.log(`generated ${file.pathname.slice(folder.pathname.length)}`);
    }
  }
}
