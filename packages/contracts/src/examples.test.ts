import { expect, test } from 'vitest';
import { z } from 'zod';
import * as acrobits from './acrobits.ts';
import { type ContractDocument, examplesOf, type Node, operationsOf, resolve } from './document.ts';
import * as netsapiens from './netsapiens.ts';
import * as provisioning from './provisioning.ts';
import { definitionsOf } from './validators.ts';

interface Content {
  /** What it belongs to, for whoever reads a failing test. */
  readonly name: string;
  readonly schema: Node;
  readonly examples: readonly unknown[];
}

/** The bodies that operations take and give. */
function contentsOf(document: ContractDocument): Content[] {
  return operationsOf(document).flatMap(({ id, operation }) => {
    const answers = Object.entries(operation.responses as Node).map(([status, answer]) => [`answers ${status}`, answer] as const);
    const bodies = [['takes', operation.requestBody ?? {}] as const, ...answers];
    return bodies.flatMap(([what, body]) =>
      Object.entries((resolve(document, body).content ?? {}) as Record<string, Node>).map(([type, media]) => ({
        name: `${id} ${what} ${type}`,
        schema: media.schema as Node,
        examples: examplesOf(document, media),
      })),
    );
  });
}

const contracts = { netsapiens: netsapiens.document, acrobits: acrobits.document, provisioning: provisioning.document };

test.each(Object.entries(contracts))('every example of %s is what its schema says', (_, document) => {
  const $defs = definitionsOf(document.components.schemas);
  const validators = new Map<string, z.ZodType>();
  const wrong: string[] = [];
  for (const { name, schema, examples } of contentsOf(document)) {
    const key = JSON.stringify(schema);
    const validator = validators.get(key) ?? z.fromJSONSchema({ $defs, ...definitionsOf(schema) });
    validators.set(key, validator);
    for (const example of examples) {
      const checked = validator.safeParse(example);
      if (!checked.success) wrong.push(`${name}: ${checked.error.message}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every operation of netsapiens shows what it takes and what it answers, so that a mock can', () => {
  const silent = contentsOf(netsapiens.document).filter(
    ({ name, examples }) => / (takes|answers 2\d\d) application\/json$/.test(name) && examples.length === 0,
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
