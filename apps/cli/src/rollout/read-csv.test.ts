import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readWantedDomains } from './read-csv.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'rollout-csv-'));
afterAll(() => rmSync(dir, { recursive: true }));
const read = (text: string) => {
  const file = path.join(dir, 'domains.csv');
  writeFileSync(file, text);
  return readWantedDomains(file);
};

test.each([
  ['commas', 'domain,login\nacme.example,om\nglobex.example,\n'],
  ['semicolons, a byte order mark and Windows’ line ends', '\uFEFFDomain;Login\r\nACME.example;om\r\nglobex.example;\r\n'],
  ['tabs and empty lines', 'domain\tlogin\n\nacme.example\t om \n\nglobex.example\t\n'],
  ['quotes, and columns the other way round', 'login,domain\n"om","acme.example"\n,"globex.example"\n'],
])('a file with %s is read', async (_what, text) => {
  expect(await read(text)).toEqual([{ domain: 'acme.example', login: 'om@acme.example' }, { domain: 'globex.example' }]);
});

test('a password comes from the environment variable that a line names', async () => {
  expect(await read('domain,password_env\nacme.example,ACME_PASSWORD\n')).toEqual([
    { domain: 'acme.example', passwordEnv: 'ACME_PASSWORD' },
  ]);
});

test.each([
  ['nothing', '', /names no domain|no column/],
  ['a head alone', 'domain\n', /names no domain/],
  ['a column twice as long as anything sensible', `domain\n${'x'.repeat(20_000)}\n`, /longer than 10,000 characters/],
  ['more than 10 MB', `domain\n${'x.example\n'.repeat(1_100_000)}`, /larger than 10 MB/],
  ['a hundred mistakes', `domain\n${'no domain\n'.repeat(100)}`, /line 21: .*\n {2}… and 80 more/s],
  ['bytes that are no text', 'domain\n\u0000\u0001\n', /line 2: A NetSapiens domain/],
])('a file of %s is refused with what was expected', async (_what, text, sentence) => {
  await expect(read(text)).rejects.toThrow(sentence);
});
