import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { ContractDocument } from './document.ts';

/** What we use of it. Its own declarations leave file extensions out, and nobody who resolves as Node does can follow them. */
interface Opc {
  readonly Comparator: new (options: {
    oas: object;
  }) => {
    compare(pact: object): AsyncIterable<{
      readonly type: 'error' | 'warning' | 'info';
      readonly code: string;
      readonly message: string;
      readonly mockDetails?: { readonly interactionDescription?: string | null };
    }>;
  };
}
const opc: Opc = createRequire(import.meta.url)('@pactflow/openapi-pact-comparator');

const interactionShape = z.looseObject({
  description: z.string(),
  request: z.looseObject({
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.unknown()).optional(),
    body: z.looseObject({ content: z.unknown() }).optional(),
  }),
  response: z.looseObject({ status: z.int() }),
});

const pactShape = z.looseObject({
  consumer: z.object({ name: z.string() }),
  provider: z.object({ name: z.string() }),
  interactions: z.array(interactionShape).min(1),
});

/** A pact as our clients' tests write it (specification 4). */
export type Pact = z.infer<typeof pactShape>;
export type Interaction = z.infer<typeof interactionShape>;

const folder = new URL('../pacts/', import.meta.url);

/** Who calls: we call the vendors, and phones call us. */
export const consumerOf = (vendor: string): string => (vendor === 'provisioning' ? 'phone' : 'enablement');

export const pactFiles = (): readonly string[] => readdirSync(folder).toSorted();

/** `undefined` when nobody has one with this vendor. */
export function readPact(vendor: string): Pact | undefined {
  const file = new URL(`${consumerOf(vendor)}-${vendor}.json`, folder);
  return existsSync(file) ? pactShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/** What `opc` reports: how a pact leaves its contract. Each line begins with the interaction. Empty when it fits. */
export async function compare(contract: ContractDocument, pact: Pact): Promise<readonly string[]> {
  const found: string[] = [];
  const comparator = new opc.Comparator({ oas: structuredClone(contract) });
  for await (const { type, code, message, mockDetails } of comparator.compare(structuredClone(pact))) {
    if (type === 'error') found.push(`${mockDetails?.interactionDescription}: ${code}: ${message}`);
  }
  return found;
}
