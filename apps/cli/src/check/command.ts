import { writeFile } from 'node:fs/promises';
import { type Declared, type Finding, type Report, tallyOf } from '@enablement/core';
import { readEnvironments } from '@enablement/gateways/environments';
import type { Terminal } from '../terminal.ts';
import { asJunit } from './junit.ts';
import { forPeople } from './people.ts';
import { openChecks } from './run.ts';

export interface CheckOptions {
  readonly file?: string | undefined;
  readonly json: boolean;
  readonly junit?: string | undefined;
}

/** Checks everything that a file declares. Changes nothing. 0 when nothing failed, 1 when something did. */
export async function check({ file, json, junit }: CheckOptions, terminal: Terminal): Promise<0 | 1> {
  if (file === undefined) throw new Error('Which file? Give the one that declares your environments: check <file.yaml>.');
  const declared = await readEnvironments(file, terminal.env);
  if (declared.environments.length + declared.xima.length === 0)
    throw new Error(`${file} declares nothing to check: expected “environments:” or “xima:” with at least one entry.`);
  if (!json) terminal.err(`Checking ${count(declared)}; this takes 20 seconds at most …`);
  const reports = await runAll(declared, terminal, (report) =>
    terminal.out(json ? report.findings.map(asJson).join('\n') : forPeople(report, terminal.colours)),
  );
  if (junit !== undefined) await write(junit, asJunit(reports));
  return reports.some(({ findings }) => tallyOf(findings).failed > 0) ? 1 : 0;
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
