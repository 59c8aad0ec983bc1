import { Refused, Secret, seconds, Unreachable } from '@enablement/core';
import { createMemoryWorld } from '@enablement/core/testing';
import type { VendorContacts } from '@enablement/gateways/postgres';
import { expect, test } from 'vitest';
import { watchVendors } from './watch-vendors.ts';

function watched(contacts: Partial<VendorContacts> = {}) {
  let now = 0;
  const seen: string[] = [];
  const world = createMemoryWorld({ clock: { now: () => new Date(now) } });
  const note: VendorContacts = {
    answered: async (vendor, host) => void seen.push(`${vendor} ${host} answered`),
    failed: async (vendor, host, failure) => void seen.push(`${vendor} ${host} failed: ${failure}`),
    latest: async () => [],
    ...contacts,
  };
  const vendors = watchVendors(world, { contacts: note, clock: world.clock, mailHost: 'mail.northwind.example:587' });
  return { world, seen, ...vendors, wait: (duration: number) => (now += duration) };
}

test('what a run sees of a vendor is noted: an answer once in a while, a failure each time, and the first answer after one', async () => {
  const { world, seen, platform, wait } = watched();
  const ask = () => platform.portal('https://portal.acme.example:8443');
  await ask();
  wait(seconds(2));
  await ask();
  const answers = world.vendors.platform;
  world.vendors.platform = { ...answers, portal: () => Promise.reject(new Unreachable('No answer.', 'Wait.')) };
  await expect(ask()).rejects.toThrow('No answer.');
  await expect(ask()).rejects.toThrow('No answer.');
  world.vendors.platform = answers;
  await ask();
  wait(seconds(11));
  await ask();
  const host = 'NetSapiens portal.acme.example:8443';
  const [answered, failed] = [`${host} answered`, `${host} failed: No answer.`];
  expect(seen).toEqual([answered, failed, failed, answered, answered]);
});

test('a refusal is an answer; a note that cannot be taken holds up nothing', async () => {
  const { world, seen, messaging } = watched({ answered: () => Promise.reject(new Unreachable('PostgreSQL is away', '')) });
  world.vendors.messaging = { provision: () => Promise.reject(new Refused('No.', 'Ask.')) };
  const secret = new Secret('x');
  const credentials = {
    messagingHost: 'api.example',
    cloudId: 'NSACME',
    apiKey: secret,
    domain: 'acme.example',
    officeManagerLogin: 'om',
    officeManagerPassword: secret,
  };
  await expect(messaging.provision(credentials)).rejects.toThrow('No.');
  expect(seen).toEqual([]);
});
