/** `npm run bench`: what the mocks, phones and a roll-out cost and how quickly the bot answers Slack, as ratios of things that are measured in the same run. `-- --json` prints one object a line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { vendorLike } from '../apps/mock-netsapiens/src/spec/testing.ts';
import { measureAcks } from './bench/acks.ts';
import { measureCreation } from './bench/creation.ts';
import { measureLists } from './bench/lists.ts';
import { measurePhones } from './bench/phones.ts';
import { asJson, asTable, type Result } from './bench/report.ts';
import { measureRollouts } from './bench/rollouts.ts';
import { measureStarts } from './bench/starts.ts';

const contract = fileURLToPath(new URL('../packages/contracts/netsapiens/openapi.yaml', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
try {
  const document = path.join(folder, 'openapi.json');
  // Stock Prism lets nobody in where a document names a scheme that it does not define.
  writeFileSync(document, JSON.stringify({ ...vendorLike(480), security: [{ bearerAuth: [] }] }));
  const results: Result[] = [
    ...(await measureCreation({ contract, document, folder })),
    await measureLists(folder),
    ...(await measureAcks()),
    ...(await measurePhones(folder)),
    ...(await measureStarts({ document, folder })),
    ...(await measureRollouts(folder)),
  ];
  const lines = process.argv.includes('--json') ? results.map(asJson) : [asTable(results)];
  for (const line of lines) console.log(line);
} finally {
  rmSync(folder, { recursive: true });
}
