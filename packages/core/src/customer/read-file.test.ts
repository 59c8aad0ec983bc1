import { describe, expect, test } from 'vitest';
import { customerFileSchema } from './file.ts';
import { readCustomerFile } from './read-file.ts';
import { ACME } from './testing.ts';

const [ada, alan] = ACME.users;
const problemsOf = (change: object) => {
  const reading = readCustomerFile({ ...ACME, ...change });
  return reading.ok ? [] : reading.problems.map(({ at, problem }) => `${at}: ${problem}`);
};

describe('a customer’s file', () => {
  test('is read, with what it leaves out at its usual value', () => {
    const reading = readCustomerFile(ACME);
    expect(reading).toMatchObject({ ok: true });
    expect(reading.ok && reading.file.users?.[1]).toMatchObject({ user: '101', scope: 'Basic User' });
    expect(reading.ok && reading.file.users?.[0]?.answerRules?.[0]?.timeFrame).toBe('*');
  });

  test('needs no more than a domain', () => {
    expect(readCustomerFile({ domain: 'acme.example' })).toMatchObject({ ok: true });
  });

  test.each<[string, object, RegExp]>([
    [
      'an extension as a number, which YAML makes of 0100',
      { users: [{ ...ada, user: 64 }] },
      /^users\[0\]\.user: expected an extension of 2 to 16 digits in quotes/,
    ],
    ['an extension with letters', { users: [{ ...ada, user: '10a' }] }, /^users\[0\]\.user: expected an extension/],
    [
      'the same extension twice',
      { users: [ada, { ...alan, user: '100' }] },
      /^users\[1\]\.user: extension 100 stands in it twice, first at users\[0\]$/,
    ],
    [
      'the same number twice',
      { numbers: [ACME.numbers[0], ACME.numbers[0]] },
      /^numbers\[1\]\.number: number 15551230100 stands in it twice/,
    ],
    [
      'the same MAC in two spellings',
      { phones: [ACME.phones[0], { ...ACME.phones[0], mac: '0004f2aabbcc' }] },
      /^phones\[1\]\.mac: phone 0004f2aabbcc/,
    ],
    ['the same device twice', { users: [{ ...ada, devices: ['m', 'm'] }] }, /^users\[0\]\.devices\[1\]: device suffix “m”/],
    ['a suffix of two letters', { users: [{ ...ada, devices: ['wp'] }] }, /expected one small letter/],
    [
      'a word it does not know',
      { users: [{ ...ada, password: 'hunter2' }] },
      /^users\[0\]: “password” is not a word of this file$/,
    ],
    [
      'an e-mail address that is none',
      { users: [{ ...ada, email: 'ada' }] },
      /^users\[0\]\.email: This is not an e-mail address/,
    ],
    ['a scope that is none', { users: [{ ...ada, scope: 'Super User' }] }, /^users\[0\]\.scope: expected one of Basic User/],
    [
      'a number without country code',
      { numbers: [{ number: '0100', to: 'available' }] },
      /^numbers\[0\]\.number: expected a phone number with its country code/,
    ],
    [
      'a destination that is none',
      { numbers: [{ number: '15551230100', to: 'somewhere' }] },
      /^numbers\[0\]\.to: expected \{ user: "100" \}/,
    ],
    ['a line break in a name', { users: [{ ...ada, firstName: 'Ada\nBcc: x' }] }, /^users\[0\]\.firstName: expected one line/],
    ['no domain', { domain: undefined }, /^domain: /],
  ])('%s is named with its place', (_what, change, sentence) => {
    expect(problemsOf(change)).toEqual([expect.stringMatching(sentence)]);
  });

  test.each([[null], ['text'], [[]], [{ domain: 'a'.repeat(65) }]])('%j is no customer’s file', (given) => {
    expect(readCustomerFile(given)).toMatchObject({ ok: false, problems: [expect.anything()] });
  });

  test('names with quotes, emoji and right-to-left letters are names', () => {
    const users = [{ ...ada, firstName: 'Ada "the" O’Example <&>', lastName: 'מרים 🎧' }];
    expect(problemsOf({ users })).toEqual([]);
  });

  test('has a JSON Schema for editors that names every word', () => {
    const schema = JSON.stringify(customerFileSchema());
    for (const word of [...Object.keys(ACME), ...Object.keys(ada)]) expect(schema).toContain(`"${word}"`);
    expect(schema).toContain('2020-12');
  });
});
