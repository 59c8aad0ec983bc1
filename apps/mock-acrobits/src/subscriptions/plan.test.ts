import { expect, describe as group, test } from 'vitest';
import { newDomain } from '../state.ts';
import { describe } from './describe.ts';
import type { ListedSubscription } from './netsapiens.ts';
import { plan } from './plan.ts';

const cloud = { cloudId: 'NSACME', apiKey: 'mock-cloud-api-key', domains: [] };
const portal = { portalUrl: 'https://portal.example.net:8443' };
const token = { reseller: 'northwind', scope: 'Office Manager' };
const now = new Date('2028-02-29T23:59:59Z');
const wanted = describe(cloud, portal, newDomain('acme.example', false), 'api-us.messaging.example', token, now);

/** As NetSapiens lists the two, once they have run. */
const present = (change: Partial<ListedSubscription> = {}): ListedSubscription[] =>
  wanted.map((one, at) => ({ ...one, id: `${at}`, 'current-active-server': 'core1.example.net', ...change }));
const moved = (from: string, to: string): ListedSubscription[] =>
  present().map((one) => ({ ...one, 'post-url': one['post-url'].replace(from, to) }));

group('what is asked for', () => {
  test('the preferred server is a bare host, and the expiry twenty years ahead even from a leap day', () => {
    expect(wanted.map((one) => [one['preferred-server'], one['subscription-expires-datetime']])).toEqual([
      ['portal.example.net', '2048-02-29 23:59:59'],
      ['portal.example.net', '2048-02-29 23:59:59'],
    ]);
  });

  test('the editable version keeps its star', () => {
    const editable = describe(cloud, portal, newDomain('acme.example', true), 'api-us.messaging.example', token, now);
    expect(editable.map((one) => new URL(one['post-url']).pathname)).toEqual([
      '/netsapiens/callbacks/NSACME*/message',
      '/netsapiens/callbacks/NSACME*/message-session',
    ]);
  });
});

group('what is done', () => {
  test('nothing, when both are there and have run', () => {
    expect(plan(wanted, present(), false)).toEqual({ create: [], repair: [], remove: [] });
  });

  test('the missing one is created', () => {
    expect(plan(wanted, present().slice(0, 1), false).create.map(({ model }) => model)).toEqual(['messagesession']);
    expect(plan(wanted, [], false).create).toEqual(wanted);
  });

  test.each([
    ['an active server that is empty', present({ 'current-active-server': '' })],
    ['an active server that is null', present({ 'current-active-server': null })],
    ['an active server that holds a scheme', present({ 'current-active-server': 'https://core1.example.net' })],
    ['the path of an earlier cloudId', moved('NSACME', 'NSOLD')],
    ['the path of the editable version', moved('NSACME', 'NSACME*')],
  ])('%s is repaired, not created again', (_, listed) => {
    const { create, repair } = plan(wanted, listed, false);
    expect(create).toEqual([]);
    expect(repair).toEqual([
      { id: '0', subscription: wanted[0] },
      { id: '1', subscription: wanted[1] },
    ]);
  });

  test('another password in the address is left as it is, as their tool does', () => {
    const listed = present().map((one) => ({ ...one, 'post-url': `${one['post-url'].split('?')[0]}?password=old` }));
    expect(plan(wanted, listed, false).repair).toEqual([]);
  });

  test.each([
    ['on another host', moved('api-us.messaging.example', 'hooks.globex.example')],
    ['over another scheme', moved('https:', 'http:')],
    ['of another domain', present({ domain: 'globex.example' })],
    ['with an address that is none', present({ 'post-url': 'nowhere' })],
  ])('a subscription %s is somebody else’s and is not touched', (_, foreign) => {
    expect(plan(wanted, foreign, false)).toEqual({ create: wanted, repair: [], remove: [] });
    expect(plan(wanted, foreign, true)).toEqual({ create: [], repair: [], remove: [] });
  });

  test('of a domain that is left out, all of ours are removed', () => {
    expect(plan(wanted, [...present(), ...moved('NSACME', 'NSOLD')], true)).toEqual({
      create: [],
      repair: [],
      remove: ['0', '1', '0', '1'],
    });
  });
});
