import { NSACME } from '@enablement/core/testing';
import { expect, test } from 'vitest';
import { createEnvironments } from './environments.ts';
import { readChange } from './phone-change.ts';

const other = { ...NSACME, cloudId: 'nsother*', coreHost: 'core2.northwind.example' };

test('environments are those of the file and those enabled in the register, and the file goes first', async () => {
  const environments = createEnvironments([NSACME], async () => [{ ...NSACME, coreHost: 'elsewhere.example' }, other]);
  expect(environments.only()?.cloudId).toBe('NSACME');
  await environments.refresh();
  expect(environments.size).toBe(2);
  expect(environments.get('NSACME')?.coreHost).toBe('core1.northwind.example');
  expect(environments.get('NSOTHER')?.coreHost).toBe('core2.northwind.example');
  expect(environments.only()).toBeUndefined();
});

test('a register that cannot be read leaves what was known', async () => {
  let away = false;
  const environments = createEnvironments([], async () => {
    if (away) throw new Error('away');
    return [other];
  });
  await environments.refresh();
  away = true;
  await expect(environments.refresh()).rejects.toThrow('away');
  expect(environments.get('NSOTHER')).toBeDefined();
});

test('an environment that has been cancelled is not served any more', async () => {
  let enabled = [other];
  const environments = createEnvironments([], async () => enabled);
  await environments.refresh();
  enabled = [];
  await environments.refresh();
  expect(environments.get('NSOTHER')).toBeUndefined();
});

test.each([undefined, '', 'x', '[]', '{"cloudId":1}'])(
  'a notification %s tells nothing, so that anything may have changed',
  (said) => {
    expect(readChange(said)).toBeUndefined();
  },
);

test('a notification tells which log-in has which version', () => {
  const said = { cloudId: 'NSACME', name: '100@acme.example', version: 7 };
  expect(readChange(JSON.stringify(said))).toEqual(said);
});
