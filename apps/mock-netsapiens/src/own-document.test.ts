import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@enablement/mock-kit';
import { expect, onTestFinished, test } from 'vitest';
import { createNetsapiens } from './netsapiens.ts';
import { loadSpec } from './spec/spec.ts';
import { vendorLike } from './spec/testing.ts';
import { openPlatform } from './testing.ts';

const place = '/ns-api/webroot/openapi/openapi.json';
const documentOf = async (url: string): Promise<object> => (await fetch(url + place)).json();

function fileWith(document: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'document-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  return file;
}

test.each([
  ['44.0', 125],
  ['44.4', 126],
  ['45.0', 146],
] as const)(
  'as every core does, one of %s serves its own document, and a mock of that document remembers all of it',
  async (release, count) => {
    const { url } = await openPlatform({ release });
    const spec = loadSpec(fileWith(await documentOf(url)));
    expect([spec.stateful.length, spec.examples]).toEqual([count, 0]);
  },
);

test('a mock of another core’s document serves that one', async () => {
  const document = vendorLike(120);
  const { app } = await createNetsapiens({ spec: loadSpec(fileWith(document)) });
  const { url, close } = await serve(app, { name: 'mock-netsapiens', port: 0 });
  onTestFinished(close);
  expect(await documentOf(url)).toEqual(JSON.parse(JSON.stringify(document)));
});
