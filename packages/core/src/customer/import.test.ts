import { describe, expect, test } from 'vitest';
import { importCustomer } from './import.ts';
import { isNothing, type ObservedDomain, planCustomer } from './plan.ts';
import { readCustomerFile } from './read-file.ts';
import type { Resource } from './resource.ts';
import { ACME } from './testing.ts';
import { wanted } from './wanted.ts';

function acme() {
  const reading = readCustomerFile(ACME);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}
const there = (...more: Resource[]): ObservedDomain => ({ resources: [...wanted(acme()), ...more], unseen: [] });

describe('importing a domain', () => {
  test('writes the file whose plan is empty', () => {
    const imported = importCustomer(there());
    expect(imported?.leftOut).toEqual([]);
    expect(imported?.file).toMatchObject({ domain: 'acme.example', limits: { users: 50, sites: 3 } });
    expect(imported && isNothing(planCustomer(imported.file, there()))).toBe(true);
    // What a domain is to be enabled for cannot be read off the platform.
    const { enable: _, ...rest } = acme();
    expect(imported?.file).toEqual({ ...rest, phones: [{ ...rest.phones?.[0], mac: '0004f2aabbcc' }] });
  });

  test('names what a file cannot say, and leaves it alone', () => {
    const odd: Resource[] = [
      { kind: 'device', name: '100wp', user: '100', values: {}, needs: [] },
      { kind: 'number', name: '15551230199', values: { route: 'to-connection', target: 'x' }, needs: [] },
      { kind: 'user', name: '102', values: { firstName: 'No', lastName: 'Mail', scope: 'Basic User' }, needs: [] },
    ];
    const imported = importCustomer(there(...odd));
    expect(imported?.leftOut).toEqual([
      expect.stringContaining('device 100wp is left out'),
      expect.stringContaining('user 102 is left out: email'),
      expect.stringContaining('number 15551230199 is left out'),
    ]);
    expect(imported && planCustomer(imported.file, there(...odd)).actions).toEqual([]);
  });

  test('of nothing is nothing', () => {
    expect(importCustomer({ resources: [], unseen: [] })).toBeUndefined();
  });
});
