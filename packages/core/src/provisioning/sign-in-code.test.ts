import { expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { acrobitsQr, deviceToken, readCode, sessionTalkQr, tokenId, writeCode, writeToken } from './sign-in-code.ts';

const who = { cloudId: 'NSACME', user: '100', domain: 'acme.example' };
const code = writeCode('7K3MQ0AZ9TR1');

test('a code has one spelling, however it was typed', () => {
  expect(code.reveal()).toBe('7K3M-Q0AZ-9TR1');
  for (const typed of ['7K3M-Q0AZ-9TR1', ' 7k3m-qoaz-9trl ', '7K3M-QOAZ-9TRI'])
    expect(readCode(new Secret(typed))?.reveal()).toBe(code.reveal());
});

test('what may be a password is not taken for a code or a token', () => {
  for (const password of ['mock-password', '7K3MQ0AZ9TR1', '7K3M-Q0AZ-9TR', '7K3M-Q0AZ-9TRU', 'phone-', 'phone-1234'])
    expect([readCode(new Secret(password)), tokenId(new Secret(password))]).toEqual([undefined, undefined]);
});

test('a token tells the phones of a user apart', () => {
  expect(tokenId(writeToken('0123456789abcdef', `${'a_-Z'.repeat(10)}abc`))).toBe('0123456789abcdef');
  expect(tokenId(deviceToken(code, '3kQs875391li29'))).toBe('3kQs875391li29');
  expect(tokenId(deviceToken(code, 'one two'))).toBe('one two');
});

test('the QR of each app is as its vendor documents it', () => {
  expect(acrobitsQr(who, code)).toBe('csc:100%40acme.example:7K3M-Q0AZ-9TR1@NSACME');
  expect(sessionTalkQr(who, code)).toBe('scsc:100@acme.example:7K3M-Q0AZ-9TR1');
  expect(sessionTalkQr(who, code, 'AcmeInc')).toBe('scsc:100@acme.example:7K3M-Q0AZ-9TR1:AcmeInc');
});
