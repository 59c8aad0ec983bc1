import { readFile } from 'node:fs/promises';
import { domainName, officeManagerLogin, type WantedDomain } from '@enablement/core';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';

const MOST_BYTES = 10_000_000;
const MOST_TOLD = 20;

const COLUMNS = ['domain', 'login', 'password_env'] as const;
/** What people call a column that must not be there. */
const SECRET_COLUMN = /^(office[ _-]?manager[ _-]?)?(pass(word|wd)?|pw|secret)$/i;

const blank = z.literal('').transform(() => undefined);
const Row = z.object({
  domain: domainName,
  login: blank.or(officeManagerLogin).optional(),
  password_env: blank
    .or(
      z
        .string()
        .regex(
          /^[A-Z][A-Z0-9_]{0,99}$/,
          'password_env is the name of an environment variable, such as ACME_PASSWORD, and never the password itself',
        ),
    )
    .optional(),
});

/** The domains of a CSV file. Throws one error that tells each bad line by its number, and never what stands in its last column. */
export async function readWantedDomains(path: string): Promise<readonly WantedDomain[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be read (${error.code}): expected a CSV file with a column “domain”.`);
  });
  if (bytes.length > MOST_BYTES) throw new Error(`${path} is larger than 10 MB: expected a CSV file with one line a domain.`);
  const problems: string[] = [];
  const known = new Map<string, number>();
  const wanted: WantedDomain[] = [];
  for (const { line, cells } of linesOf(path, bytes)) {
    const row = Row.safeParse(cells);
    if (!row.success) {
      problems.push(`line ${line}: ${row.error.issues[0]?.message}`);
      continue;
    }
    const { domain, login, password_env: passwordEnv } = row.data;
    const before = known.get(domain);
    if (before !== undefined) problems.push(`line ${line}: ${domain} stands in line ${before} already`);
    known.set(domain, before ?? line);
    wanted.push({ domain, ...(login && { login: whole(login, domain) }), ...(passwordEnv && { passwordEnv }) });
  }
  if (problems.length > 0) throw new Error(told(path, problems));
  if (wanted.length === 0) throw new Error(`${path} names no domain: expected a line for each, below a line with “domain”.`);
  return wanted;
}

const whole = (login: string, domain: string): string => (login.includes('@') ? login : `${login}@${domain}`);

interface Line {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

function linesOf(path: string, bytes: Buffer): readonly Line[] {
  try {
    const rows: readonly { info: { lines: number }; record: Record<string, string> }[] = parse(bytes, {
      bom: true,
      columns: (header: readonly string[]) => columnsOf(path, header),
      delimiter: [',', ';', '\t'],
      trim: true,
      skip_empty_lines: true,
      max_record_size: 10_000,
      info: true,
    });
    return rows.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Error(told(path, [`line ${Reflect.get(error, 'lines') ?? '?'}: ${WRONG[error.code] ?? 'this is not CSV'}`]));
  }
}

/** csv-parse quotes the line in its own words, and a password may stand in it. */
const WRONG: Readonly<Record<string, string>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: 'it has more or fewer columns than the first line',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'it has more or fewer columns than the first line',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and not closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark stands in the middle of a cell',
  INVALID_OPENING_QUOTE: 'a quotation mark stands in the middle of a cell',
  CSV_MAX_RECORD_SIZE: 'it is longer than 10,000 characters',
};

function columnsOf(path: string, header: readonly string[]): string[] {
  const names = header.map((name) => name.toLowerCase());
  if (names.some((name) => SECRET_COLUMN.test(name)))
    throw new Error(
      `${path} has a column for passwords, and they never stand in a file. Put each into an environment variable and name it in a column password_env, or say --password-env for all.`,
    );
  const strange = names.find((name) => !COLUMNS.some((known) => known === name));
  if (strange !== undefined || !names.includes('domain'))
    throw new Error(
      `${path}, line 1: ${strange === undefined ? 'there is no column “domain”' : `“${strange.slice(0, 40)}” is no column that is known`}. Expected domain, and perhaps login and password_env.`,
    );
  return names;
}

function told(path: string, problems: readonly string[]): string {
  const more = problems.length > MOST_TOLD ? [`  … and ${problems.length - MOST_TOLD} more`] : [];
  return [
    `${path} cannot be used yet, and nothing was looked at:`,
    ...problems.slice(0, MOST_TOLD).map((one) => `  ${one}`),
    ...more,
  ].join('\n');
}
