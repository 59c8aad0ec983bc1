/** Every gate, in order of cost. Ends with `N passed, N failed`. `node scripts/check.ts crash` runs the gates whose name has that word. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readPacts, stalePacts } from './lib/pacts.ts';
import { ROOT } from './lib/program.ts';

interface Gate {
  readonly name: string;
  readonly command: readonly string[];
  /** A vitest gate counts its tests; every other gate counts as one. */
  readonly tests?: true;
  readonly cwd?: string;
}

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly output: string;
}

const REPORTS = path.join(ROOT, 'node_modules/.cache/check');
const PACTS = path.join(ROOT, 'packages/contracts/pacts');

const vitest = (project: string, ...more: readonly string[]): Gate => ({
  name: `tests: ${project}`,
  tests: true,
  command: ['vitest', 'run', '--project', project, ...more],
});

const STATIC: readonly Gate[] = [
  { name: 'format and lint (biome)', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types (tsc)', command: ['tsc', '-p', '.'] },
  { name: 'contracts (redocly)', command: ['redocly', 'lint', '--config', 'redocly.yaml'] },
  {
    name: 'who imports whom (dependency-cruiser)',
    command: ['depcruise', '--output-type', 'err-long', 'packages', 'apps', 'e2e', 'scripts'],
  },
  { name: 'nothing unused (knip)', command: ['knip'] },
  // The types' generator needs a TypeScript with its JavaScript interface; everything else uses 7.
  { name: 'one version of everything (sherif)', command: ['sherif', '--ignore-dependency', 'typescript'] },
];
const UNIT = vitest('unit');
const TESTS: readonly Gate[] = [
  UNIT,
  ...['enablement-netsapiens', 'enablement-acrobits', 'phone-provisioning'].map((pact): Gate => {
    const [, vendor] = pact.split('-');
    const command = ['opc', '--oas', `${vendor}/openapi.yaml`, `pacts/${pact}.json`];
    return { name: `pacts fit the contract of ${vendor} (opc)`, cwd: 'packages/contracts', command };
  }),
  vitest('verify'),
  // Stories wait more than other tests.
  vitest('e2e', '--maxWorkers', '4'),
  vitest('crash'),
];

async function main(words: readonly string[]): Promise<number> {
  const wanted = (gate: Gate) => words.every((word) => gate.name.includes(word));
  mkdirSync(REPORTS, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  const count = (gate: Gate, result: Result, seconds: number) => {
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    const mark = result.failed > 0 ? 'FAILED' : 'ok';
    const detail = gate.tests
      ? ` (${result.passed} passed, ${result.failed} failed${result.skipped > 0 ? `, ${result.skipped} skipped` : ''})`
      : '';
    console.log(`${mark.padEnd(6)} ${seconds.toFixed(1).padStart(6)} s  ${gate.name}${detail}`);
    if (result.failed > 0) console.log(indent(result.output));
  };
  const timed = async (gate: Gate) => {
    const begun = performance.now();
    count(gate, await run(gate), (performance.now() - begun) / 1000);
  };

  await Promise.all(
    lanes(STATIC.filter(wanted), 2).map(async (lane) => {
      for (const gate of lane) await timed(gate);
    }),
  );
  const checkedIn = readPacts(PACTS);
  for (const gate of TESTS.filter(wanted)) {
    await timed(gate);
    if (gate !== UNIT) continue;
    const stale = stalePacts(checkedIn, readPacts(PACTS));
    const failed = stale.length > 0 ? 1 : 0;
    const output = `The clients’ tests wrote other pacts than the ones checked in: ${stale.join(', ')}. Look at the difference, and commit them.`;
    count({ name: 'pacts are current', command: [] }, { passed: 1 - failed, failed, skipped: 0, output }, 0);
  }
  if (process.env.CI && total.skipped > 0) {
    console.log(`${total.skipped} tests were skipped, and in CI nothing is.`);
    total.failed += total.skipped;
  }
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function run(gate: Gate): Promise<Result> {
  const [program = '', ...given] = gate.command;
  const report = path.join(REPORTS, `${gate.name.replaceAll(/\W+/g, '-')}.json`);
  rmSync(report, { force: true });
  const args = gate.tests ? [...given, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : given;
  const cwd = path.join(ROOT, gate.cwd ?? '.');
  const bins = [path.join(cwd, 'node_modules/.bin'), path.join(ROOT, 'node_modules/.bin')];
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...GATES, PATH: [...bins, process.env.PATH].join(path.delimiter) },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  const code = await new Promise<number>((resolve) => {
    child.once('close', (status) => resolve(status ?? 1));
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
  });
  if (!gate.tests) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
  const counts = readReport(report);
  // A run that ended badly without a failed test (a crash, an error outside of tests, no test at all) is a failure too.
  const failed = counts.failed === 0 && (code !== 0 || counts.passed === 0) ? 1 : counts.failed;
  return { ...counts, failed, output };
}

function readReport(file: string): { passed: number; failed: number; skipped: number } {
  try {
    const report: { numPassedTests: number; numFailedTests: number; numPendingTests: number } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

const lanes = <T>(items: readonly T[], count: number): T[][] =>
  Array.from({ length: count }, (_, lane) => items.filter((_, i) => i % count === lane));
const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, '       | ');
const GATES = {
  // Programs that stories start over and over are compiled once.
  NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/node'),
  NO_COLOR: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  SCARF_ANALYTICS: 'false',
  PACT_DO_NOT_TRACK: 'true',
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};

process.exit(await main(process.argv.slice(2)));
