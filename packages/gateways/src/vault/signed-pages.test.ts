import { days, hours, Secret } from '@enablement/core';
import { expect, test } from 'vitest';
import { SecretsKey } from './secrets-key.ts';
import { createSignedPages } from './signed-pages.ts';

const SUBJECT = 'xima/0b9f4b3e-7d55-4c0b-9c1e-3f2a1d9e8b7c';

function open({ key = Buffer.alloc(32, 1), purpose = 'report page' } = {}) {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const clock = { now: () => new Date(now) };
  const pages = createSignedPages({ key: new SecretsKey(key), clock, purpose, open: days(7) });
  return { ...pages, wait: (ms: number) => (now += ms) };
}

test('an address leads to what it shows until it expires, and then says so', () => {
  const pages = open();
  const { token, expires } = pages.issue(SUBJECT);
  expect(expires).toEqual(new Date('2026-03-09T09:00:00Z'));
  pages.wait(days(7) - hours(1));
  expect(pages.read(token)).toEqual({ subject: SUBJECT, expires, expired: false });
  pages.wait(hours(1));
  expect(pages.read(token)).toEqual({ subject: SUBJECT, expires, expired: true });
});

test('neither subject nor time can be changed, nor does an address of another purpose or deployment work', () => {
  const pages = open();
  const [about = '', until = '', signature = ''] = pages.issue(SUBJECT).token.reveal().split('.');
  const other = Buffer.from(SUBJECT.replace('0b9f', '1b9f')).toString('base64url');
  const later = (Number.parseInt(until, 36) + 60).toString(36);
  const flipped = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
  const forged = [`${other}.${until}.${signature}`, `${about}.${later}.${signature}`, `${about}.${until}.${flipped}`, about, ''];
  for (const token of forged) expect(pages.read(new Secret(token))).toBeUndefined();
  expect(pages.read(open({ key: Buffer.alloc(32, 2) }).issue(SUBJECT).token)).toBeUndefined();
  expect(pages.read(open({ purpose: 'run page' }).issue(SUBJECT).token)).toBeUndefined();
});
