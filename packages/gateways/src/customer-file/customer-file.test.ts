import { readCustomerFile } from '@enablement/core';
import { ACME } from '@enablement/core/testing';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, parseCustomerFile, writeCustomerFile } from './index.ts';

const read = (text: string) => parseCustomerFile(Buffer.from(text));
const problem = (text: string | Buffer) => {
  const reading = parseCustomerFile(Buffer.from(text));
  return reading.ok ? '' : (reading.problems[0]?.problem ?? '');
};

describe('a customer’s file on disk', () => {
  test('is YAML or JSON, and what was written is what is read', () => {
    const wanted = readCustomerFile(ACME);
    expect(read(JSON.stringify(ACME))).toEqual(wanted);
    expect(read(writeCustomerFile(ACME, './customer.schema.json'))).toEqual(wanted);
  });

  test('names survive quotes, emoji, colons and right-to-left letters', () => {
    const users = [{ user: '0100', firstName: 'Ada: "the" #1', lastName: 'מרים 🎧', email: 'a@acme.example' }];
    const written = writeCustomerFile({ domain: 'acme.example', users }, 's.json');
    expect(read(written)).toMatchObject({ ok: true, file: { users: [{ ...users[0] }] } });
  });

  test('anchors are read, and a file that is made to grow by them is not', () => {
    expect(read('domain: acme.example\ndescription: &a Acme\ncallerIdName: *a\n')).toMatchObject({ ok: true });
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 12; i++)
      bomb.push(`${'abcdefghijkl'[i]}: &${'abcdefghijkl'[i]} [${`*${'abcdefghijkl'[i - 1]},`.repeat(9)}]`);
    expect(problem(bomb.join('\n'))).toContain('anchors too often');
  });

  test.each([
    ['broken YAML', 'domain: [', /^line 1 is not YAML|^the file is not YAML/],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00]), /not UTF-8/],
    ['a file that is too large', Buffer.alloc(MOST_BYTES + 1, 0x20), /has 17 MB, and at most 16 MB/],
    ['nothing', '', /expected/],
  ])('%s is told in one sentence', (_what, text, sentence) => {
    expect(problem(text)).toMatch(sentence);
  });

  test('ten megabytes of users are read', () => {
    const users = Array.from({ length: 15_000 }, (_, i) => ({
      user: String(10_000 + i),
      firstName: 'A'.repeat(60),
      lastName: 'B'.repeat(60),
      email: `${'c'.repeat(50)}${i}@acme.example`,
      department: 'D'.repeat(60),
      callerIdName: 'E'.repeat(32),
      timeZone: 'US/Pacific',
      contacts: [{ company: 'F'.repeat(60), firstName: 'G'.repeat(60), lastName: 'H'.repeat(60) }],
    }));
    const text = JSON.stringify({ domain: 'acme.example', users });
    expect(text.length).toBeGreaterThan(9_000_000);
    expect(read(text)).toMatchObject({ ok: true });
  });
});
