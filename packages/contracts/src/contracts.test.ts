import { expect, test } from 'vitest';
import * as acrobits from './acrobits.ts';
import { isCurrent, vendors } from './generate.ts';
import * as netsapiens from './netsapiens.ts';
import * as provisioning from './provisioning.ts';

test.each(vendors)('the generated files of %s are what its contract gives today', async (vendor) => {
  expect(await isCurrent(vendor)).toBe(true);
});

test('every component schema can be checked at run time', () => {
  for (const name of Object.keys(netsapiens.document.components.schemas)) {
    expect(() => netsapiens.validator(name as keyof netsapiens.Schemas)).not.toThrow();
  }
  for (const name of Object.keys(acrobits.document.components.schemas)) {
    expect(() => acrobits.validator(name as keyof acrobits.Schemas)).not.toThrow();
  }
  for (const name of Object.keys(provisioning.document.components.schemas)) {
    expect(() => provisioning.validator(name as keyof provisioning.Schemas)).not.toThrow();
  }
});

test('a number may arrive as text, and members we do not know are kept', () => {
  const seen = {
    id: '1',
    model: 'message',
    'post-url': 'https://hooks.example.net/',
    domain: 'acme.example',
    'error-count': '0',
    later: 1,
  };
  expect(netsapiens.validator('Subscription').parse(seen)).toEqual(seen);
});

test('text that is no number is refused where a number belongs', () => {
  const seen = {
    id: '1',
    model: 'message',
    'post-url': 'https://hooks.example.net/',
    domain: 'acme.example',
    'error-count': 'many',
  };
  expect(netsapiens.validator('Subscription').safeParse(seen).success).toBe(false);
});

const nearlyTokens: [string, unknown, boolean, boolean, boolean][] = [
  ['an MFA marker', { access_token: 'a1', mfa: 'mfa_required', mfa_type: 'authenticator' }, false, true, false],
  [
    'mfa_required in the place of the scope',
    { access_token: 'a1', scope: 'mfa_required', mfa_type: 'authenticator' },
    false,
    true,
    false,
  ],
  ['a legacy log-in', { access_token: '', scope: null, legacy: true, recover: true }, false, false, true],
  ['an empty token', { access_token: '', scope: 'Office Manager' }, false, false, false],
];

test.each(nearlyTokens)('%s is no access token', (_, answer, token, challenge, legacy) => {
  expect(netsapiens.validator('AccessToken').safeParse(answer).success).toBe(token);
  expect(netsapiens.validator('MfaChallenge').safeParse(answer).success).toBe(challenge);
  expect(netsapiens.validator('LegacyAnswer').safeParse(answer).success).toBe(legacy);
});

test('a name that the contract does not have is refused at once', () => {
  expect(() => netsapiens.validator('Nothing' as keyof netsapiens.Schemas)).toThrow(/Nothing/);
});
