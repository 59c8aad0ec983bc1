import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asAddress, reachOf } from './address.ts';

describe('where an address lies', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450::1', '::ffff:8.8.8.8'])(
    '%s is on the public internet',
    (address) => expect(reachOf(address)).toBe('public'),
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ])('%s is our own', (address) => expect(reachOf(address)).toBe('own'));

  it.each([
    ['169.254.169.254', 'the metadata service of most clouds'],
    ['::ffff:169.254.169.254', 'the same, dressed as IPv6'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['0.0.0.0', 'this host'],
    ['::', 'this host'],
    ['255.255.255.255', 'broadcast'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['198.18.0.1', 'benchmarks'],
    ['203.0.113.7', 'documentation'],
    ['2001:db8::1', 'documentation'],
    ['240.0.0.1', 'reserved'],
    ['192.0.0.192', 'metadata of one cloud'],
    ['2002:7f00:1::', '6to4 around 127.0.0.1'],
    ['64:ff9b::7f00:1', 'NAT64 around 127.0.0.1'],
    ['64:ff9b:1::7f00:1', 'local NAT64 around 127.0.0.1'],
    ['2001::1', 'Teredo'],
    ['::8.8.8.8', 'the old IPv4-compatible form of a public one'],
    ['::7f00:1', 'the same in hexadecimal'],
    ['::127.0.0.1', 'the old IPv4-compatible form'],
    ['fec0::1', 'site-local'],
    ['4000::1', 'not handed out'],
  ])('%s is special: %s', (address) => expect(reachOf(address)).toBe('special'));

  it('IPv4 is judged the same whether or not it is dressed as IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(reachOf(`::ffff:${address}`)).toBe(reachOf(address));
      }),
    );
  });

  it('a literal loses the brackets of the URL, and a name is none', () => {
    expect(asAddress('[::1]')).toBe('::1');
    expect(asAddress('10.0.0.1')).toBe('10.0.0.1');
    expect(asAddress('portal.example.net')).toBeUndefined();
  });
});
