import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { SipAnswer, SipTransport } from '@enablement/core';
import { codesOf, explainFailure } from '../../net/failures.ts';
import { shakeHands, type TlsOptions } from '../tls/handshake.ts';
import type { Way } from '../way.ts';
import { askOptions, understand } from './message.ts';

/** No honest answer to OPTIONS is longer. */
const LONGEST = 65_536;

/** Asks over TCP. Resolves with `silent` when nobody waits any more. */
export async function askByTcp(way: Way, port: number, signal: AbortSignal): Promise<SipAnswer> {
  const socket = connect({ host: way.host, port, lookup: way.lookup });
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(socket, 'connect', { signal });
    return await ask(socket, way.host, port, 'TCP', signal);
  } catch (error) {
    return failure(error, `${way.host}:${port}`, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    socket.destroy();
  }
}

/** Asks over TLS, whatever the certificate is; what is wrong with it is told with the answer. */
export async function askByTls(way: Way, port: number, options: TlsOptions, signal: AbortSignal): Promise<SipAnswer> {
  const hands = await shakeHands(way, port, options, signal).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (hands === undefined) return { answered: false, how: 'silent' };
  if (!('socket' in hands)) return { answered: false, how: hands.handshake === 'refused' ? 'refused' : 'not SIP' };
  try {
    const answer = await ask(hands.socket, way.host, port, 'TLS', signal);
    return answer.answered ? { ...answer, certificateFault: hands.seen.fault?.what } : answer;
  } catch (error) {
    return failure(error, `${way.host}:${port}`, signal);
  } finally {
    hands.socket.destroy();
  }
}

function failure(error: unknown, host: string, signal: AbortSignal): SipAnswer {
  if (signal.aborted) return { answered: false, how: 'silent' };
  if (codesOf(error).includes('ECONNREFUSED')) return { answered: false, how: 'refused' };
  throw explainFailure(error, host);
}

async function ask(socket: Socket, host: string, port: number, transport: SipTransport, signal: AbortSignal): Promise<SipAnswer> {
  const question = askOptions({ host, port }, transport, { host: socket.localAddress ?? '0.0.0.0', port: socket.localPort ?? 0 });
  const began = performance.now();
  const { promise: answer, resolve } = Promise.withResolvers<SipAnswer>();
  const silent = () => resolve({ answered: false, how: 'silent' });
  signal.addEventListener('abort', silent, { once: true });
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const cut = cutMessage(rest);
      if (cut === 'not yet') return;
      const heard = cut === 'never' ? undefined : understand(cut.message, question);
      if (cut === 'never' || heard?.heard === 'no SIP') return resolve({ answered: false, how: 'not SIP' });
      if (heard?.heard === 'answer')
        return resolve({ answered: true, status: heard.status, reason: heard.reason, took: performance.now() - began });
      rest = cut.rest;
    }
  });
  // Whoever hangs up at a question in SIP does not speak it.
  socket.once('close', () => resolve({ answered: false, how: 'not SIP' }));
  socket.on('error', () => {});
  socket.write(question.bytes);
  try {
    return await answer;
  } finally {
    signal.removeEventListener('abort', silent);
  }
}

/** One message off a stream (RFC 3261 section 18.3). */
function cutMessage(bytes: Buffer): { readonly message: Buffer; readonly rest: Buffer } | 'not yet' | 'never' {
  // Empty lines between messages keep a connection open (RFC 5626 section 4.4.1).
  let start = 0;
  while (bytes[start] === 0x0d || bytes[start] === 0x0a) start += 1;
  const head = bytes.indexOf('\r\n\r\n', start);
  if (head === -1) {
    const line = bytes.subarray(start, start + 200).toString('latin1');
    const isSip = /^SIP\/2\.0 |^[A-Z]+ \S+ SIP\/2\.0/.test(line) || !line.includes('\n');
    return isSip && bytes.length < LONGEST ? 'not yet' : 'never';
  }
  const length = /^(?:content-length|l)[ \t]*:[ \t]*(\d{1,6})/im.exec(bytes.subarray(start, head).toString('latin1'))?.[1];
  const end = head + 4 + Number(length ?? 0);
  if (end - start > LONGEST) return 'never';
  return bytes.length < end ? 'not yet' : { message: bytes.subarray(start, end), rest: bytes.subarray(end) };
}
