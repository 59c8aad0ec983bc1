import { expect, test } from 'vitest';
import { examplesOf, operationsOf, resolve } from './document.ts';
import { document, requestBody } from './netsapiens.ts';

const USERS = '/domains/{domain}/users';
const ada = {
  user: '100',
  'name-first-name': 'Ada',
  'name-last-name': 'Example',
  'email-address': 'ada@acme.example',
  'user-scope': 'Basic User',
};

test('a body as the contract has it has no problems, and neither have the examples of the contract', () => {
  expect(requestBody('post', USERS)?.problemsOf(ada)).toEqual([]);
  for (const { method, path, operation } of operationsOf(document)) {
    if (operation.requestBody === undefined) continue;
    const content = resolve(document, operation.requestBody).content as Record<string, Record<string, unknown>>;
    for (const example of examplesOf(document, content['application/json'] ?? {}))
      expect(requestBody(method, path)?.problemsOf(example), `${method} ${path}`).toEqual([]);
  }
});

test.each([
  ['a misspelt member', { ...ada, 'name-frist-name': 'Ada' }, /name-frist-name/],
  ['the name that a member has on reads', { ...ada, email: 'ada@acme.example' }, /email/],
  ['a member that is missing', { ...ada, user: undefined }, /^user: /],
  ['a value that the enum does not have', { ...ada, 'user-scope': 'office manager' }, /^user-scope: /],
])('%s is a problem', (_, body, expected) => {
  const problems = requestBody('post', USERS)?.problemsOf(body) ?? [];
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(expected);
});

test('problems do not quote values', () => {
  const problems = requestBody('post', `${USERS}/{user}/devices`)?.problemsOf({
    device: 7,
    'device-sip-registration-password': ['canary'],
    'device-srtp-enabled': 'canary',
  });
  expect(problems).toHaveLength(3);
  expect(problems?.join()).not.toContain('canary');
});

test('an operation tells which members it takes, and one without a body takes none', () => {
  expect(requestBody('post', USERS)?.has('synchronous')).toBe(true);
  expect(requestBody('put', `${USERS}/{user}`)?.has('synchronous')).toBe(false);
  expect(requestBody('delete', `${USERS}/{user}`)).toBeUndefined();
  expect(requestBody('get', '/nowhere')).toBeUndefined();
});
