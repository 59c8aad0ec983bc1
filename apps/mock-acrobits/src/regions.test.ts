import { expect, test } from 'vitest';
import { filedFor, openAcrobits } from './testing/open-acrobits.ts';
import { openRecordingPlatform } from './testing/recording-platform.ts';

const US = 'api-us.messaging.example';
const EU = 'api-eu.messaging.example';
const key = { 'x-ntspns-api-key': 'mock-cloud-api-key' };
const asked = JSON.stringify({
  domainName: 'acme.example',
  officeManagerName: 'integration-office-manager',
  officeManagerPassword: 'mock-password',
});

const clouds = [
  filedFor('https://portal.us.example', 'NSUS', US),
  filedFor('https://portal.eu.example', 'NSEU', EU),
  filedFor('https://portal.north.example', 'NSNORTH', EU),
];

test('a cloudId is known on the messaging host of its region, and nowhere else', async () => {
  const acrobits = await openAcrobits();
  await acrobits.control('seed', { clouds });
  const at = (host: string, cloudId: string) => acrobits.askAs(host, `/netsapiens/callbacks/${cloudId}/domains`, key, asked);
  expect(await at(US, 'NSUS')).toBe(201);
  expect(await at(EU, 'NSEU')).toBe(201);
  // The same domain under another cloudId is another domain: it is new there.
  expect(await at(EU, 'NSNORTH')).toBe(201);
  expect(await at(`${EU}:4402`, 'NSNORTH*')).toBe(200);
  expect(await at(EU.toUpperCase(), 'NSEU')).toBe(200);
  for (const [host, cloudId] of [
    [EU, 'NSUS'],
    [US, 'NSEU'],
    ['localhost', 'NSUS'],
    [EU, 'NSACME'],
  ] as const) {
    expect([host, cloudId, await at(host, cloudId)]).toEqual([host, cloudId, 404]);
  }
  // One that names no region is wherever no other region is.
  expect(await at('localhost', 'NSACME')).toBe(201);
  expect(await at('127.0.0.1:4402', 'NSACME')).toBe(200);
});

test('events are posted to the region of the cloudId', async () => {
  const acrobits = await openAcrobits();
  const platform = await openRecordingPlatform();
  await acrobits.control('seed', { clouds: [filedFor(platform.url, 'NSEU', EU)] });
  await acrobits.askAs(EU, '/netsapiens/callbacks/NSEU/domains', key, asked);
  await acrobits.company.subscriber.settled();
  const url = new URL(String(platform.subscriptions[0]?.['post-url']));
  expect(url.host).toBe(EU);
  expect(await acrobits.askAs(EU, url.pathname + url.search, {}, '[]')).toBe(200);
  expect(await acrobits.askAs(US, url.pathname + url.search, {}, '[]')).toBe(404);
  await platform.close();
});
