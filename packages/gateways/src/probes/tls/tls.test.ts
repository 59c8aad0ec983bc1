import { Refused, Unreachable } from '@enablement/core';
import { afterEach, expect, test } from 'vitest';
import { certificate, failure, stopAll } from '../../net/servers-for-tests.ts';
import { freePort, goodCertificate, look, probes, stopProbing, tcpServer, tlsServer } from '../servers-for-tests.ts';

afterEach(async () => {
  await stopProbing();
  await stopAll();
});

test('a good certificate: its names, its end, the version', async () => {
  const { cert, key } = await goodCertificate();
  const port = await tlsServer({ cert, key });
  const seen = await probes({ ca: cert }).tls('localhost', port, look());
  expect(seen).toMatchObject({ handshake: 'done', version: 'TLSv1.3', fault: undefined, names: ['localhost'] });
  expect(seen.handshake === 'done' && seen.validTo).toBeInstanceOf(Date);
});

test.each([
  ['self-signed', 'localhost', 1, false, { with: 'chain', what: 'it is self-signed' }],
  ['expired', 'localhost', -1, true, { with: 'validity', what: 'it has expired' }],
  ['of another host', 'other.example', 1, true, { with: 'name', what: 'it was issued for another host name' }],
])('a certificate that is %s is an answer', async (_, name, days, trusted, fault) => {
  const { cert, private: key } = await certificate(name, days);
  const port = await tlsServer({ cert, key });
  expect(await probes(trusted ? { ca: cert } : {}).tls('localhost', port, look())).toMatchObject({ fault });
});

test('one for the address itself', async () => {
  const { cert, private: key } = await certificate('127.0.0.1');
  const port = await tlsServer({ cert, key });
  expect(await probes({ ca: cert }).tls('127.0.0.1', port, look())).toMatchObject({ handshake: 'done', fault: undefined });
});

test('one for another address', async () => {
  const { cert, private: key } = await certificate('127.0.0.2');
  const port = await tlsServer({ cert, key });
  expect(await probes({ ca: cert }).tls('127.0.0.1', port, look())).toMatchObject({ fault: { with: 'name' } });
});

test.each(['TLSv1', 'TLSv1.1', 'TLSv1.2'] as const)('%s is told', async (version) => {
  const { cert, key } = await goodCertificate();
  const port = await tlsServer({ cert, key, minVersion: version, maxVersion: version, ciphers: 'DEFAULT:@SECLEVEL=0' });
  expect(await probes({ ca: cert }).tls('localhost', port, look())).toMatchObject({ handshake: 'done', version });
});

test('nothing listens, and something else does', async () => {
  const mail = await tcpServer((socket) => socket.write('220 mail.example ESMTP\r\n'));
  expect(await probes().tls('localhost', await freePort(), look())).toEqual({ handshake: 'refused' });
  expect(await probes().tls('localhost', mail, look())).toEqual({ handshake: 'not TLS' });
});

test('a host that accepts and never answers is given up', async () => {
  const port = await tcpServer(() => {});
  const error = await failure(probes().tls('localhost', port, look(200)));
  expect(error).toBeInstanceOf(Unreachable);
  expect(error.message).toBe(`localhost:${port} did not answer within 200 milliseconds.`);
});

test('a private target is refused', async () => {
  const strict = probes({ allowPrivateHosts: false, resolver: async () => ['10.0.0.1'] });
  expect(await failure(strict.tls('portal.northwind.example', 443, look()))).toBeInstanceOf(Refused);
});

test('whoever asked may stop waiting', async () => {
  const port = await tcpServer(() => {});
  const enough = new AbortController();
  const seen = failure(probes().tls('localhost', port, { limit: 5_000, signal: enough.signal }));
  enough.abort();
  expect(await seen).toBeInstanceOf(Unreachable);
});
