import { type FileReading, readCustomerFile } from './read-file.ts';

/** What somebody typed who has no file: one thing a line. */
export interface SmallForm {
  readonly domain: string;
  readonly reseller?: string | undefined;
  readonly description?: string | undefined;
  /** `100 Ada Example ada@acme.example` */
  readonly users?: string | undefined;
  /** `15551230100 100`; without an extension the number goes to the inventory. */
  readonly numbers?: string | undefined;
}

/** Problems by the field they belong under. */
export type SmallProblems = Partial<Record<keyof SmallForm, string>>;

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The file of a small customer: each user gets a desk phone and a softphone. */
export function readSmallForm({
  domain,
  reseller,
  description,
  users,
  numbers,
}: SmallForm): { readonly problems: SmallProblems } | FileReading {
  const typed = { users: linesOf(users), numbers: linesOf(numbers) };
  const given = {
    domain,
    ...(reseller ? { reseller } : {}),
    ...(description ? { description } : {}),
    ...(typed.users.length > 0 ? { users: typed.users.map(userOf) } : {}),
    ...(typed.numbers.length > 0 ? { numbers: typed.numbers.map(numberOf) } : {}),
  };
  const reading = readCustomerFile(given);
  if (reading.ok) return reading;
  const problems: SmallProblems = {};
  for (const { at, problem } of reading.problems) {
    const [, field = 'domain', line] = /^(domain|reseller|description|users|numbers)(?:\[(\d+)\])?/.exec(at) ?? [];
    const name = field as keyof SmallForm;
    const shown = line === undefined ? problem : `Line ${Number(line) + 1}: ${problem}. Expected ${EXAMPLES[name]}.`;
    problems[name] ??= shown;
  }
  return { problems };
}

const EXAMPLES: Readonly<Record<keyof SmallForm, string>> = {
  domain: 'acme.example',
  reseller: 'northwind',
  description: 'Acme Corporation',
  users: '100 Ada Example ada@acme.example',
  numbers: '15551230100 100',
};

function userOf(line: string): object {
  const [user = '', ...words] = line.split(/\s+/);
  const email = words.pop() ?? '';
  const [firstName = '', ...last] = words;
  return { user, firstName, lastName: last.join(' '), email, devices: ['', 'm'] };
}

function numberOf(line: string): object {
  const [number = '', user] = line.split(/[\s→>-]+/).filter(Boolean);
  return { number, to: user === undefined ? 'available' : { user } };
}
