import type { z } from 'zod';
import { CustomerFile } from './file.ts';
import { bareMac, nameOfContact } from './wanted.ts';

/** What is wrong, where in the file, and what was expected. */
export interface FileProblem {
  /** `users[3].email`; empty for the file as a whole. */
  readonly at: string;
  readonly problem: string;
}

export type FileReading =
  | { readonly ok: true; readonly file: CustomerFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads what stood in a customer's file, already parsed from YAML or JSON, and names everything that is wrong with it. */
export function readCustomerFile(given: unknown): FileReading {
  const parsed = CustomerFile.safeParse(given);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(told) };
  const problems = twice(parsed.data);
  return problems.length === 0 ? { ok: true, file: parsed.data } : { ok: false, problems };
}

function told(issue: z.core.$ZodIssue): readonly FileProblem[] {
  const at = place(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ at, problem: `“${key.slice(0, 60)}” is not a word of this file` }));
  return [{ at, problem: issue.message.replace(/\.$/, '') }];
}

const place = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

/** The same thing twice: the platform would take the first and refuse, or overwrite, with the second. */
function twice(file: CustomerFile): readonly FileProblem[] {
  const users = file.users ?? [];
  return [
    ...doubles('users', 'user', users, ({ user }) => `extension ${user}`),
    ...doubles('users', 'login', users, ({ login }) => login && `login ${login}`),
    ...doubles('numbers', 'number', file.numbers ?? [], ({ number }) => `number ${number}`),
    ...doubles('phones', 'mac', file.phones ?? [], ({ mac }) => `phone ${bareMac(mac)}`),
    ...doubles('sites', 'site', file.sites ?? [], ({ site }) => `site ${site}`),
    ...doubles('emergencyAddresses', 'name', file.emergencyAddresses ?? [], ({ name }) => `emergency address ${name}`),
    ...doubles('contacts', '', file.contacts ?? [], (contact) => `contact ${nameOfContact(contact)}`),
    ...users.flatMap(({ devices, answerRules, contacts }, i) => [
      ...doubles(`users[${i}].devices`, '', devices ?? [], (suffix) => `device suffix “${suffix}”`),
      ...doubles(`users[${i}].answerRules`, 'timeFrame', answerRules ?? [], ({ timeFrame }) => `rule for ${timeFrame}`),
      ...doubles(`users[${i}].contacts`, '', contacts ?? [], (contact) => `contact ${nameOfContact(contact)}`),
    ]),
  ];
}

function doubles<T>(list: string, member: string, items: readonly T[], keyOf: (item: T) => string | undefined): FileProblem[] {
  const first = new Map<string, number>();
  return items.flatMap((item, i) => {
    const key = keyOf(item);
    if (key === undefined) return [];
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    if (before === undefined) return [];
    const at = `${list}[${i}]${member && `.${member}`}`;
    return [{ at, problem: `${key} stands in it twice, first at ${list}[${before}]` }];
  });
}
