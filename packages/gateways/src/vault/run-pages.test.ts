import { days, hours, Secret } from '@enablement/core';
import { expect, test } from 'vitest';
import { createRunPages } from './run-pages.ts';
import { SecretsKey } from './secrets-key.ts';

const RUN = '0b9f4b3e-7d55-4c0b-9c1e-3f2a1d9e8b7c';

function open({ key = Buffer.alloc(32, 1) } = {}) {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const pages = createRunPages({ key: new SecretsKey(key), clock: { now: () => new Date(now) } });
  return { ...pages, wait: (ms: number) => (now += ms) };
}

test('an address leads to its run for three days, and then says that it is too old', () => {
  const pages = open();
  const { token, expires } = pages.issue(RUN);
  expect(expires).toEqual(new Date('2026-03-05T09:00:00Z'));
  pages.wait(days(3) - hours(1));
  expect(pages.read(token)).toEqual({ enablement: RUN, expires, expired: false });
  pages.wait(hours(1));
  expect(pages.read(token)).toEqual({ enablement: RUN, expires, expired: true });
});

test('neither run nor time can be changed, nor does another deployment’s address work', () => {
  const pages = open();
  const [run = '', until = '', signature = ''] = pages.issue(RUN).token.reveal().split('.');
  const other = Buffer.from(RUN.replace('0b9f', '1b9f')).toString('base64url');
  const later = (Number.parseInt(until, 36) + 60).toString(36);
  const flipped = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;
  const forged = [
    `${other}.${until}.${signature}`,
    `${run}.${later}.${signature}`,
    `${run}.${until}.${flipped}`,
    `${run}.${until}`,
    '',
  ];
  for (const token of forged) expect(pages.read(new Secret(token))).toBeUndefined();
  expect(pages.read(open({ key: Buffer.alloc(32, 2) }).issue(RUN).token)).toBeUndefined();
});
