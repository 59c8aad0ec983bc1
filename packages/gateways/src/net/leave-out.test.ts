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

const CANARY = `canary"'<&%>+/\\ é`;

it.each([
  ['plain', CANARY],
  ['in capitals', CANARY.toUpperCase()],
  ['in JSON', JSON.stringify(CANARY).slice(1, -1)],
  ['in JSON that escapes for HTML', 'canary\\u0022\\u0027\\u003C\\u0026%\\u003e+\\/\\\\ \\u00e9'],
  ['in an address', encodeURIComponent(CANARY)],
  ['in a form', new URLSearchParams({ a: CANARY }).toString().slice(2)],
  ['in a strict address', 'canary%22%27%3c%26%25%3e%2b%2f%5c%20%c3%a9'],
  ['in HTML', 'canary&quot;&#39;&lt;&amp;%&gt;+/\\ é'],
  ['in HTML by numbers', 'canary&#034;&#x27;&#60;&#x26;&#37;&#x3E;&#43;&#47;&#92;&#32;&#xe9;'],
  ['in base64', Buffer.from(CANARY).toString('base64')],
  ['in base64 of an address', Buffer.from(CANARY).toString('base64url')],
  ['in base64 in an address', encodeURIComponent(Buffer.from(CANARY).toString('base64').replace(/=+$/, ''))],
])('a secret is left out %s', (_, written) => {
  expect(leaveOut(`before ${written} after`, [CANARY])).toBe('before [secret] after');
});

it('of two secrets, one inside of the other, both are left out', () => {
  expect(leaveOut('key keyring', ['key', 'keyring'])).toBe('[secret] [secret]');
});

it('a quotation is one line, and not longer than anybody reads', () => {
  expect(leaveOut(' two\r\nlines\u0007 ', [])).toBe('two lines');
  expect(leaveOut('x'.repeat(5_000), [])).toHaveLength(201);
  expect(leaveOut('nothing to hide', [''])).toBe('nothing to hide');
});
