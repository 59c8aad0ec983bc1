import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { readSpec } from './read.ts';
import { vendorLike } from './testing.ts';

/** A file with this text, until the test ends. */
function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, text);
  return file;
}

const around = (paths: object, more: object = {}): string => JSON.stringify({ openapi: '3.0.1', paths, ...more });
const operation = (schema: object): object => ({
  '/x': { get: { responses: { '200': { content: { 'application/json': { schema } } } } } },
});
const pointing = ($ref: string, schemas: object = {}): string => around(operation({ $ref }), { components: { schemas } });

const bad: [string, string, RegExp][] = [
  ['an HTML page', '<!doctype html>\n<html><body>Please log in: you are not</body></html>', /neither JSON nor YAML/],
  ['nothing', '', /neither JSON nor YAML/],
  ['JSON that breaks off', '{"openapi":"3.1.0","paths":{', /neither JSON nor YAML/],
  ['a list', '[1,2]', /neither JSON nor YAML/],
  ['JSON 20,000 deep', '['.repeat(20_000), /neither JSON nor YAML/],
  ['Swagger', '{"swagger":"2.0","paths":{}}', /is Swagger 2\.0; OpenAPI 3 is needed/],
  ['a package', '{"name":"x"}', /is no OpenAPI 3 document/],
  ['a version that is a number', '{"openapi":3,"paths":{}}', /is no OpenAPI 3 document/],
  ['no path', around({}), /describes no path/],
  ['a list of paths', '{"openapi":"3.1.0","paths":[{}]}', /describes no path/],
  ['a path that is a text', around({ '/x': 'soon' }), /whose path \/x is no object/],
  ['an operation that is a list', around({ '/x': { get: [] } }), /whose GET \/x is no object/],
  [
    'a reference to another file',
    pointing('common.yaml#/Domain'),
    /refers to common\.yaml#\/Domain \(in .+\), which is outside of it/,
  ],
  ['a reference to another host', pointing('https://x.example/y.json'), /which is outside of it/],
  ['a reference to nothing', pointing('#/components/schemas/Gone'), /\(in paths\.\/x\.get\..+\), which it does not have/],
  ['a reference with broken percent signs', pointing('#/components/schemas/%E0%A4%A'), /which it does not have/],
  [
    'a reference to itself',
    pointing('#/components/schemas/A', { A: { $ref: '#/components/schemas/A' } }),
    /which refers to itself/,
  ],
  [
    'references in a circle',
    pointing('#/components/schemas/A', { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } }),
    /which refers to itself/,
  ],
];

test.each(bad)('%s stops the start with one sentence that names SPEC', (_, text, why) => {
  const file = fileWith(text);
  expect(() => readSpec(file)).toThrow(why);
  expect(() => readSpec(file)).toThrow(new RegExp(`^SPEC names ${file}, [^\\n]+\\.$`));
});

test('a file that is not there, and a folder, stop it too', () => {
  expect(() => readSpec('/nowhere/openapi.json')).toThrow('SPEC names /nowhere/openapi.json, and there is no such file.');
  expect(() => readSpec(tmpdir())).toThrow(/^SPEC names .+, which is a folder\.$/);
});

test('JSON and YAML are read alike, with a byte order mark too', () => {
  const document = JSON.parse(JSON.stringify(vendorLike(120)));
  expect(readSpec(fileWith(`\uFEFF${JSON.stringify(document)}`))).toEqual(document);
  expect(readSpec(fileWith(stringify(document)))).toEqual(document);
});

test('what stands in an example is data, even when it is called like a reference', () => {
  const paths = {
    '/x': { get: { responses: { '200': { content: { 'application/json': { example: { $ref: 'elsewhere' } } } } } } },
  };
  expect(readSpec(fileWith(around(paths))).paths).toEqual(paths);
});

test('a schema may lead back to itself, and a property may be called $ref or example', () => {
  const properties = { $ref: { type: 'string' }, example: { $ref: '#/components/schemas/Node' } };
  const file = fileWith(pointing('#/components/schemas/Node', { Node: { type: 'object', properties } }));
  expect(readSpec(file).openapi).toBe('3.0.1');
  const gone = fileWith(pointing('#/components/schemas/Node', { Node: { properties: { example: { $ref: '#/gone' } } } }));
  expect(() => readSpec(gone)).toThrow(/refers to #\/gone/);
});
