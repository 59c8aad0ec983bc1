import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

test('without variables, the ports of the architecture are used and nobody answers by itself', () => {
  expect(readConfiguration({})).toMatchObject({
    port: 4402,
    smtpPort: 4425,
    host: '127.0.0.1',
    auto: false,
    messagingHost: undefined,
  });
});

test.each([
  ['NODE_ENV', 'production'],
  ['PORT', 'http'],
  ['SMTP_PORT', '70000'],
  ['AUTO_REPLY', 'maybe'],
  ['MESSAGING_HOST', 'https://localhost:4402'],
])('%s cannot be %s', (variable, value) => {
  expect(() => readConfiguration({ [variable]: value })).toThrow(variable);
});
