import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitsHeader, leaveOut } from './leave-out.ts';

it('a secret that fits a header can be put into one, and any other is known before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (secret) => {
      if (fitsHeader(secret)) expect(new Headers({ 'x-key': secret }).get('x-key')).toBe(secret.trim());
    }),
  );
  expect(fitsHeader('key\n')).toBe(true);
  for (const bad of ['', ' ', 'a b', 'a\nb', 'a\u2028', 'ä', '\0']) expect(fitsHeader(bad)).toBe(false);
});

it('no secret is left in a quotation, whatever surrounds it', () => {
  const secret = fc
    .string({ unit: 'binary', minLength: 4 })
    .filter((text) => text.trim() === text && !/\s|\[secret\]/.test(text) && !'[secret]…'.includes(text));
  fc.assert(
    fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
      expect(leaveOut(`${before}${hidden}${after}`, [hidden])).not.toContain(hidden);
    }),
  );
});

it('a quotation is one line, and not longer than anybody reads', () => {
  expect(leaveOut(' two\r\nlines\u0007 ', [])).toBe('two lines');
  expect(leaveOut('x'.repeat(5_000), [])).toHaveLength(201);
  expect(leaveOut('nothing to hide', [''])).toBe('nothing to hide');
});
