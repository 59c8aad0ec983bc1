import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importCustomer, KINDS } from '@enablement/core';
import { writeCustomerFile } from '@enablement/gateways/customer-file';
import { loginOf } from '@enablement/gateways/netsapiens/customers';
import { customersOf } from '../customers.ts';
import { portalOf } from '../platform.ts';
import { count, paint, printable } from '../show/words.ts';

export interface ImportOptions {
  readonly domain: string;
  readonly portal?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
}

/** Editors find it from the file's own place. */
const SCHEMA = path.join(import.meta.dirname, '../../../../docs/customer.schema.json');
const schemaFrom = (target: string): string => path.relative(path.dirname(path.resolve(target)), SCHEMA);

/** Writes the file that says what is there: its plan is empty. 1 when there is no such domain. */
export async function importDomain({ domain, portal, out, json }: ImportOptions): Promise<0 | 1> {
  const portalUrl = portalOf(portal, process.env);
  const customers = customersOf();
  try {
    const login = loginOf(portalUrl, process.env);
    const observed = await customers.ports.customers.observe(login, { domain, kinds: KINDS, users: 'everybody' });
    const imported = importCustomer(observed);
    if (imported === undefined) {
      console.error(`${new URL(portalUrl).host} shows no domain ${printable(domain)} to this credential.`);
      return 1;
    }
    const target = out ?? `${domain}.yaml`;
    await writeFile(target, writeCustomerFile(imported.file, schemaFrom(target)), {
      mode: 0o600,
      flag: out === undefined ? 'wx' : 'w',
    }).catch((error: NodeJS.ErrnoException) => {
      throw new Error(
        error.code === 'EEXIST'
          ? `${target} is there already: say --out to write over it or beside it.`
          : `${target} cannot be written (${error.code}).`,
      );
    });
    if (json) console.log(JSON.stringify({ written: target, leftOut: imported.leftOut }));
    else {
      console.log(
        `Written to ${target}: ${count(imported.file.users?.length ?? 0, 'user')}, ${count(imported.file.numbers?.length ?? 0, 'number')}.`,
      );
      for (const sentence of imported.leftOut) console.log(paint('yellow', `  ? ${printable(sentence)}`));
    }
    return 0;
  } finally {
    await customers.close();
  }
}
