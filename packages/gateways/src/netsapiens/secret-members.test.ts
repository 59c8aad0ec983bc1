import { document } from '@enablement/contracts/netsapiens';
import { Secret } from '@enablement/core';
import { expect, it } from 'vitest';
import { isSecretMember, seal, secretsIn, unseal } from './secret-members.ts';

/** Every member that a schema of the contract has, wherever it stands. */
function membersOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties } = node as { properties?: unknown };
  const own = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return [...own, ...Object.values(node).flatMap(membersOf)];
}

it('every member of the contract that sounds like a secret is one, or is known to be none', () => {
  const known = ['can-create-keys', 'key-id', 'language-token', 'token_type', 'directory-name-number-dtmf-mapping'];
  const sounding = membersOf(document).filter((name) =>
    /password|secret|token|refresh|key|pwd|passcode|(^|-)pin(-|$)/i.test(name),
  );
  expect(sounding.length).toBeGreaterThan(20);
  expect([...new Set(sounding)].filter((name) => !isSecretMember(name) && !known.includes(name))).toEqual([]);
});

it('what is sealed on the way in is opened on the way out, at every depth, and nothing else changes', () => {
  const answer = { password: 'a', list: [{ token: 7, name: 'x', none: null }], key: null, 'post-url': '' };
  const sealed = seal(answer);
  expect(sealed).toEqual({
    password: expect.any(Secret),
    list: [{ token: expect.any(Secret), name: 'x', none: null }],
    key: null,
    'post-url': expect.any(Secret),
  });
  expect(secretsIn(sealed)).toEqual(['a', '7', '']);
  expect(unseal(sealed)).toEqual({ ...answer, list: [{ token: '7', name: 'x', none: null }] });
});
