import type { SipTransport } from '@enablement/core';
import { Refused } from '@enablement/core';
import { afterEach, describe, expect, test } from 'vitest';
import { failure, stopAll } from '../../net/servers-for-tests.ts';
import {
  answerTo,
  freePort,
  goodCertificate,
  look,
  probes,
  stopProbing,
  tcpServer,
  tlsServer,
  udpServer,
} from '../servers-for-tests.ts';

afterEach(async () => {
  await stopProbing();
  await stopAll();
});

const at = (port: number, transport: SipTransport, host = '127.0.0.1') => ({ host, port, transport });

describe('OPTIONS over UDP', () => {
  test.each([200, 401, 403, 405, 486, 503, 604])('%i is an answer: somebody speaks SIP there', async (status) => {
    const port = await udpServer((heard) => answerTo(heard, status));
    expect(await probes().sip(at(port, 'UDP'), look())).toMatchObject({ answered: true, status, reason: 'As Told' });
  });

  test('over IPv6 too', async () => {
    const port = await udpServer((heard) => answerTo(heard, 200), '::1');
    expect(await probes().sip(at(port, 'UDP', '::1'), look())).toMatchObject({ answered: true, status: 200 });
  });

  test('is sent again when the first one was lost', async () => {
    const port = await udpServer((heard, times) => (times === 1 ? undefined : answerTo(heard, 200)));
    expect(await probes().sip(at(port, 'UDP'), look())).toMatchObject({ answered: true, status: 200 });
  });

  test('that nobody answers is silence, within its limit', async () => {
    const port = await udpServer(() => undefined);
    const began = Date.now();
    expect(await probes().sip(at(port, 'UDP'), look(300))).toEqual({ answered: false, how: 'silent' });
    expect(Date.now() - began).toBeLessThan(2_000);
  });

  test('a provisional answer, and one to somebody else’s question, are not waited for in vain', async () => {
    const port = await udpServer((heard, times) =>
      times === 1 ? answerTo(heard, 100) : answerTo(heard.toString().replace(/^Call-ID: .*$/m, 'Call-ID: another'), 200),
    );
    expect(await probes().sip(at(port, 'UDP'), look(1_300))).toEqual({ answered: false, how: 'silent' });
  });

  test('a closed port says so', async () => {
    expect(await probes().sip(at(await freePort(), 'UDP'), look())).toEqual({ answered: false, how: 'refused' });
  });

  test.each(['hello', '\0\0\0', 'SIP/2.0 200', 'SIP/2.0 OK\r\n\r\n', '__proto__: x\r\n\r\n'])('%j is not SIP', async (said) => {
    const port = await udpServer(() => said);
    expect(await probes().sip(at(port, 'UDP'), look())).toEqual({ answered: false, how: 'not SIP' });
  });
});

describe('OPTIONS over TCP', () => {
  test('an answer may come in pieces, after empty lines and another message', async () => {
    const port = await tcpServer((socket) =>
      socket.once('data', (heard) => {
        const text = `\r\n\r\n${answerTo(heard, 100)}${answerTo(heard, 405)}`;
        socket.write(text.slice(0, 50));
        setTimeout(() => socket.write(text.slice(50)), 20);
      }),
    );
    expect(await probes().sip(at(port, 'TCP'), look())).toMatchObject({ answered: true, status: 405 });
  });

  test('who accepts and never answers is silent, within the limit', async () => {
    const port = await tcpServer(() => {});
    expect(await probes().sip(at(port, 'TCP'), look(300))).toEqual({ answered: false, how: 'silent' });
  });

  test('a closed port says so', async () => {
    expect(await probes().sip(at(await freePort(), 'TCP'), look())).toEqual({ answered: false, how: 'refused' });
  });

  test.each([
    ['a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['a mail server', '220 mail.example ESMTP\r\n'],
    ['endless noise', 'x'.repeat(70_000)],
  ])('%s is not SIP', async (_, said) => {
    const port = await tcpServer((socket) => socket.write(said));
    expect(await probes().sip(at(port, 'TCP'), look())).toEqual({ answered: false, how: 'not SIP' });
  });

  test('who hangs up at the question is not SIP', async () => {
    const port = await tcpServer((socket) => socket.once('data', () => socket.end()));
    expect(await probes().sip(at(port, 'TCP'), look())).toEqual({ answered: false, how: 'not SIP' });
  });
});

describe('OPTIONS over TLS', () => {
  test('with a good certificate', async () => {
    const { cert, key } = await goodCertificate();
    const port = await tlsServer({ cert, key }, (socket) => socket.once('data', (heard) => socket.write(answerTo(heard, 200))));
    const answer = await probes({ ca: cert }).sip(at(port, 'TLS', 'localhost'), look());
    expect(answer).toMatchObject({ answered: true, status: 200, certificateFault: undefined });
  });

  test('with one that cannot be trusted: it answers, and what is wrong is told', async () => {
    const { cert, key } = await goodCertificate();
    const port = await tlsServer({ cert, key }, (socket) => socket.once('data', (heard) => socket.write(answerTo(heard, 401))));
    const answer = await probes().sip(at(port, 'TLS', 'localhost'), look());
    expect(answer).toMatchObject({ answered: true, status: 401, certificateFault: 'it is self-signed' });
  });

  test('a closed port, one without TLS, and one that accepts and keeps still', async () => {
    const plain = await tcpServer((socket) => socket.once('data', () => socket.end('no')));
    const still = await tcpServer(() => {});
    expect(await probes().sip(at(await freePort(), 'TLS'), look())).toEqual({ answered: false, how: 'refused' });
    expect(await probes().sip(at(plain, 'TLS'), look())).toEqual({ answered: false, how: 'not SIP' });
    expect(await probes().sip(at(still, 'TLS'), look(300))).toEqual({ answered: false, how: 'silent' });
  });
});

test.each(['UDP', 'TCP', 'TLS'] as const)(
  '%s to a private target is refused, after its name was looked up too',
  async (transport) => {
    const port = await udpServer((heard) => answerTo(heard, 200));
    const strict = probes({ allowPrivateHosts: false, resolver: async () => ['127.0.0.1'] });
    for (const host of ['127.0.0.1', 'core1.northwind.example', '169.254.169.254', '[::ffff:10.0.0.1]'])
      expect(await failure(strict.sip(at(port, transport, host), look()))).toBeInstanceOf(Refused);
  },
);

test('a name that leads somewhere else at each look-up is judged by where it is called', async () => {
  let calls = 0;
  const heard: Buffer[] = [];
  const port = await udpServer((bytes) => {
    heard.push(bytes);
    return answerTo(bytes, 200);
  });
  const rebinding = probes({ allowPrivateHosts: false, resolver: async () => [calls++ === 0 ? '8.8.8.8' : '127.0.0.1'] });
  expect(await rebinding.addresses('core1.northwind.example', look())).toMatchObject({ found: 'public' });
  expect(await failure(rebinding.sip(at(port, 'UDP', 'core1.northwind.example'), look()))).toBeInstanceOf(Refused);
  expect(heard).toEqual([]);
});
