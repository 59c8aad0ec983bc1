import { describe, expect, test } from 'vitest';
import { type ContractDocument, readContract } from './document.ts';
import { vendors } from './generate.ts';
import { compare, type Interaction, type Pact, pactFiles, readPact } from './pacts.ts';
import { BODY_BREAKS, CLIENT_BREAKS, withNewMember, withoutOperation, withoutStatus } from './planting.ts';

test('every contract has the pact of our client, and no pact is left over', () => {
  expect(pactFiles()).toEqual(vendors.map((vendor) => `enablement-${vendor}.json`).toSorted());
  for (const vendor of vendors) {
    expect(readPact(vendor)).toMatchObject({ consumer: { name: 'enablement' }, provider: { name: vendor } });
  }
});

describe.each(vendors)('%s', (vendor) => {
  const contract: ContractDocument = readContract(vendor);
  const pact = readPact(vendor) as Pact;
  const interactions = pact.interactions.filter(({ response }) => response.status < 400);
  const withBody = interactions.filter(({ request }) => isObject(request.body?.content));

  /** What the gate says about one interaction and a contract. */
  const verdict = (changed: ContractDocument, interaction: Interaction): Promise<readonly string[]> =>
    compare(changed, { ...pact, interactions: [interaction] });

  test('the pact fits the contract', async () => {
    expect(await compare(contract, pact)).toEqual([]);
    expect(withBody.length).toBeGreaterThan(0);
  });

  test('an operation that the contract loses is missed', async () => {
    for (const one of interactions) expect(await verdict(withoutOperation(contract, one), one)).not.toEqual([]);
  });

  test('a status that the contract no longer promises is missed', async () => {
    for (const one of interactions) expect(await verdict(withoutStatus(contract, one), one)).not.toEqual([]);
  });

  test('a member that the contract begins to want is missed', async () => {
    for (const one of withBody) expect(await verdict(withNewMember(contract, one), one)).not.toEqual([]);
  });

  test.each(CLIENT_BREAKS)('a client that %s is caught', async (_, change) => {
    for (const one of interactions) expect(await verdict(contract, change(one))).not.toEqual([]);
  });

  test.each(BODY_BREAKS)('a client that %s is caught', async (_, change) => {
    for (const one of withBody) {
      const body = { ...one.request.body, content: change(one.request.body?.content as Record<string, unknown>) };
      expect(await verdict(contract, { ...one, request: { ...one.request, body } }), one.description).not.toEqual([]);
    }
  });
});

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
