import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

/** The vendors whose contracts live in a folder of this package. */
export const vendors = ['netsapiens', 'acrobits'] as const;
export type Vendor = (typeof vendors)[number];

const folder = new URL('../', import.meta.url);
export const generatedFile = (vendor: Vendor): URL => new URL(`generated/${vendor}.gen.ts`, folder);

/** The TypeScript text that belongs to a vendor's contract as it stands. */
export async function generateTypes(vendor: Vendor): Promise<string> {
  const types = await openapiTS(new URL(`${vendor}/openapi.yaml`, folder), { alphabetize: false, defaultNonNullable: false });
  return `// Generated from ${vendor}/openapi.yaml by \`npm run gen\`. Edit the contract, not this file.\n${astToString(types)}`;
}

/** Whether the checked-in file is what the contract gives today. */
export async function isCurrent(vendor: Vendor): Promise<boolean> {
  return (await readFile(generatedFile(vendor), 'utf8')) === (await generateTypes(vendor));
}

if (import.meta.main) {
  for (const vendor of vendors) {
    await writeFile(generatedFile(vendor), await generateTypes(vendor));
    console.log(`generated ${vendor}.gen.ts`);
  }
}
