import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Declared, type Finding, type Report, tallyOf } from '@enablement/core';
import { readEnvironments } from '@enablement/gateways/environments';
import { type Command, Misused, type Terminal } from '../command.ts';
import { asJunit } from './junit.ts';
import { forPeople } from './people.ts';
import { openChecks } from './run.ts';

export const check: Command = {
  name: 'check',
  usage: `Usage: npm run check -- <file.yaml> [--json] [--junit <file>]

Checks every environment and every Xima target that the file declares: the network, NetSapiens, and what Acrobits returned. Changes nothing.
  --json          one JSON object a check
  --junit <file>  writes the result as JUnit XML too, for CI
Ends with 0 when nothing failed, 1 when something did, 2 when the file or the command is wrong.`,

  async run(args, terminal) {
    const { file, json, junit } = read(args);
    const declared = await readEnvironments(file, terminal.env);
    if (declared.environments.length + declared.xima.length === 0)
      throw new Error(`${file} declares nothing to check: expected “environments:” or “xima:” with at least one entry.`);
    if (!json) terminal.err(`Checking ${count(declared)}; this takes 20 seconds at most …`);
    const reports = await runAll(declared, terminal, (report) =>
      terminal.out(json ? report.findings.map(asJson).join('\n') : forPeople(report, terminal.colours)),
    );
    if (junit !== undefined) await write(junit, asJunit(reports));
    return reports.some(({ findings }) => tallyOf(findings).failed > 0) ? 1 : 0;
  },
};

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, junit: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw new Misused('Which file? Give the one that declares your environments.');
  if (more.length > 0) throw new Misused(`One file at a time, please; “${more[0]}” is too much.`);
  return { file, ...values };
}

async function runAll(declared: Declared, { env }: Terminal, tell: (report: Report) => void): Promise<readonly Report[]> {
  const checks = openChecks(env);
  try {
    return await Promise.all(
      checks.of(declared).map(async (making) => {
        const report = await making;
        tell(report);
        return report;
      }),
    );
  } finally {
    await checks.close();
  }
}

const count = ({ environments, xima }: Declared): string =>
  [
    environments.length > 0 && `${environments.length} ${environments.length === 1 ? 'environment' : 'environments'}`,
    xima.length > 0 && `${xima.length} Xima ${xima.length === 1 ? 'target' : 'targets'}`,
  ]
    .filter(Boolean)
    .join(' and ');

/** The first five members are what scripts rely on. */
const asJson = ({ target, check: id, status, owner, fix, severity, title, expected, seen }: Finding): string =>
  JSON.stringify({ target, check: id, status, owner, fix, severity, title, expected, seen });

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be written (${error.code}).`);
  });
}
