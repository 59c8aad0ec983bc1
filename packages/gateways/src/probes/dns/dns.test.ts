import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { Unreachable } from '@enablement/core';
import { afterEach, describe, expect, test } from 'vitest';
import { failure } from '../../net/servers-for-tests.ts';
import { look, NO_RECORDS, probes, stopProbing } from '../servers-for-tests.ts';
import { askDns } from './records.ts';

afterEach(stopProbing);

const HOST = 'core1.northwind.example';
const strict = (addresses: readonly string[]) => probes({ allowPrivateHosts: false, resolver: async () => addresses });

describe('addresses', () => {
  test('IPv4 and IPv6, IPv6 alone, none, and a private one among others', async () => {
    const seen = async (...addresses: string[]) => await strict(addresses).addresses(HOST, look());
    expect(await seen('8.8.8.8', '2606:4700::1')).toEqual({ found: 'public', v4: ['8.8.8.8'], v6: ['2606:4700::1'] });
    expect(await seen('2606:4700::1')).toEqual({ found: 'public', v4: [], v6: ['2606:4700::1'] });
    expect(await seen()).toEqual({ found: 'nothing' });
    expect(await seen('8.8.8.8', '192.168.1.7')).toEqual({ found: 'private', address: '192.168.1.7' });
  });

  test('a resolver that is silent is not waited for', async () => {
    const silent = probes({ resolver: () => new Promise(() => {}) });
    const error = await failure(silent.addresses(HOST, look(100)));
    expect(error).toBeInstanceOf(Unreachable);
    expect(error.message).toContain(`The name server of ${HOST} did not answer within`);
  });
});

describe('SRV records', () => {
  test('the lowest priority comes first, and there the highest weight', async () => {
    const srv = async (name: string) =>
      name === `_sip._udp.${HOST}`
        ? [
            { host: 'c', port: 5060, priority: 20, weight: 0 },
            { host: 'a', port: 5060, priority: 10, weight: 1 },
            { host: 'b', port: 5062, priority: 10, weight: 9 },
          ]
        : [];
    const seen = await probes({ records: { ...NO_RECORDS, srv } }).services(HOST, look());
    expect(seen.udp.map(({ host }) => host)).toEqual(['b', 'a', 'c']);
    expect([seen.tcp, seen.tls]).toEqual([[], []]);
  });

  test('a flood of records is cut off', async () => {
    const srv = async () => Array.from({ length: 5_000 }, (_, n) => ({ host: `h${n}`, port: 5060, priority: 1, weight: 1 }));
    expect((await probes({ records: { ...NO_RECORDS, srv } }).services(HOST, look())).udp).toHaveLength(20);
  });

  test('an address has none', async () => {
    expect(await probes().services('192.0.2.7', look())).toEqual({ udp: [], tcp: [], tls: [] });
  });
});

describe('mail', () => {
  const mx = (exchanges: readonly string[], addresses: readonly string[] = []) =>
    probes({ records: { ...NO_RECORDS, mx: async () => exchanges }, resolver: async () => addresses }).takesMail(
      'a.example',
      look(),
    );

  test('an MX record, or an address, takes it; neither, or the null MX, does not', async () => {
    expect(await mx(['mail.a.example'])).toBe(true);
    expect(await mx([], ['8.8.8.8'])).toBe(true);
    expect(await mx([])).toBe(false);
    expect(await mx([''], ['8.8.8.8'])).toBe(false);
  });
});

describe('name servers', () => {
  /** The header of a DNS answer to this question, with the given code (RFC 1035 section 4.1.1). */
  const reply = (question: Buffer, code: number) => {
    const answer = Buffer.from(question);
    answer.writeUInt16BE(0x8180 | code, 2);
    return answer;
  };
  async function nameServer(answer: (question: Buffer) => Buffer | undefined) {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    socket.on('message', (question, from) => {
      const said = answer(question);
      if (said !== undefined) socket.send(said, from.port, from.address);
    });
    return { records: askDns([`127.0.0.1:${socket.address().port}`]), close: () => socket.close() };
  }

  test.each([
    ['that know no such name', 3, []],
    ['that have no such record', 0, []],
  ])('%s are an answer', async (_, code, expected) => {
    const { records, close } = await nameServer((question) => reply(question, code));
    expect(await records.srv(`_sip._udp.${HOST}`, new AbortController().signal)).toEqual(expected);
    close();
  });

  test.each([
    ['that go round in circles give up', 2],
    ['that refuse', 5],
  ])('%s: nothing is known', async (_, code) => {
    const { records, close } = await nameServer((question) => reply(question, code));
    expect(await failure(records.mx(HOST, new AbortController().signal))).toBeInstanceOf(Unreachable);
    close();
  });

  test('that are silent are not waited for', async () => {
    const { records, close } = await nameServer(() => undefined);
    const seen = failure(probes({ records }).services(HOST, look(150)));
    expect(await seen).toBeInstanceOf(Unreachable);
    close();
  });
});
