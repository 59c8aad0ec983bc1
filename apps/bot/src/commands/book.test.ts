import { describe, expect, test } from 'vitest';
import { readCommandNames } from './book.ts';

describe('what a deployment calls its commands', () => {
  test('the usual names, unless it says otherwise', () => {
    expect(readCommandNames({}).enableAcrobits).toBe('/enable-acrobits');
    expect(readCommandNames({ COMMAND: '' }).enableAcrobits).toBe('/enable-acrobits');
    expect(readCommandNames({ COMMAND: '/acme-softphone' }).enableAcrobits).toBe('/acme-softphone');
  });

  test('a malformed name stops the start with one sentence', () => {
    expect(() => readCommandNames({ COMMAND: 'enable acrobits' })).toThrow(
      'COMMAND is malformed: expected a slash and at most 31 of',
    );
  });
});
