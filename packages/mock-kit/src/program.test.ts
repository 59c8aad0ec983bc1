import { expect, test } from 'vitest';
import { readSettings } from './program.ts';

test('without configuration a mock listens on its own port on the loopback', () => {
  expect(readSettings({}, 4401)).toMatchObject({ port: 4401, host: '127.0.0.1', dataDir: expect.stringMatching(/\.data$/) });
});

test('a mock refuses to run in production', () => {
  expect(() => readSettings({ NODE_ENV: 'production' }, 4401)).toThrow('NODE_ENV is production');
});

test.each(['http', '-1', '65536', '80.5', '4401 '])('the port "%s" stops the start with the name of the variable', (PORT) => {
  expect(() => readSettings({ PORT }, 4401)).toThrow(`PORT must be a port number from 0 to 65535, not "${PORT}".`);
});
