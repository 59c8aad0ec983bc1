import { readFile } from 'node:fs/promises';
import { isNothing, makePlan } from '@enablement/core';
import { parseCustomerFile } from '@enablement/gateways/customer-file';
import { loginOf } from '@enablement/gateways/netsapiens/customers';
import { customersOf } from '../customers.ts';
import { writePlan } from '../plan-file.ts';
import { portalOf } from '../platform.ts';
import { planLines } from '../show/plan-lines.ts';

export interface PlanOptions {
  readonly file: string;
  readonly portal?: string | undefined;
  readonly out?: string | undefined;
  readonly allowDelete: boolean;
  readonly json: boolean;
}

/** Reads the platform and says what a file would change on it. Changes nothing. 0 when the plan can be applied, 1 when it cannot. */
export async function plan({ file: path, portal, out, allowDelete, json }: PlanOptions): Promise<0 | 1> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read (${error.code}): expected a customer’s file, YAML or JSON.`);
  });
  const reading = parseCustomerFile(bytes);
  if (!reading.ok) throw new Error(wrongFile(path, reading.problems));
  const { file } = reading;
  const portalUrl = portalOf(portal, process.env);
  const customers = customersOf();
  try {
    const ports = { ...customers.ports, platformLogin: async () => loginOf(portalUrl, process.env) };
    const made = await makePlan(ports, { file, portalUrl, allowDelete });
    const usable = made.plan.problems.length === 0;
    const target = out ?? `${file.domain}.plan.json`;
    const { plan: planned, fingerprint } = made;
    const kept = {
      portalUrl,
      domain: file.domain,
      madeAt: new Date().toISOString(),
      allowDelete,
      fingerprint,
      file,
      plan: planned,
    };
    const write = usable && !isNothing(planned);
    if (write) await writePlan(target, kept);
    if (json) console.log(JSON.stringify({ ...planned, fingerprint, empty: isNothing(planned), written: write ? target : null }));
    else {
      for (const line of planLines(planned, portalUrl)) console.log(line);
      if (write) console.log(`Written to ${target}. Look at it, then apply exactly that: npm run enablement -- apply ${target}`);
    }
    return usable ? 0 : 1;
  } finally {
    await customers.close();
  }
}

const MOST_TOLD = 20;

function wrongFile(path: string, problems: readonly { readonly at: string; readonly problem: string }[]): string {
  const told = problems.slice(0, MOST_TOLD).map(({ at, problem }) => `  ${at ? `${at}: ` : ''}${problem}`);
  const more = problems.length > MOST_TOLD ? [`  … and ${problems.length - MOST_TOLD} more`] : [];
  return [`${path} is not a customer’s file yet:`, ...told, ...more].join('\n');
}
