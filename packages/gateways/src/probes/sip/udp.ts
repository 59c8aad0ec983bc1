import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { type SipAnswer, seconds } from '@enablement/core';
import { codesOf, explainFailure } from '../../net/failures.ts';
import type { Way } from '../way.ts';
import { askOptions, understand } from './message.ts';

/** RFC 3261 section 17.1.2.2: it is sent again after T1, then after twice as long each time, up to T2. */
const T1 = 500;
const T2 = seconds(4);

/** Asks over UDP until something comes, or nobody waits any more: then it resolves with `silent`. */
export async function askByUdp(way: Way, port: number, signal: AbortSignal): Promise<SipAnswer> {
  const address = way.addresses.find((one) => !isIPv6(one)) ?? way.addresses[0] ?? way.host;
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  const { promise: answer, resolve, reject } = Promise.withResolvers<SipAnswer>();
  let again: NodeJS.Timeout | undefined;
  const silent = () => resolve({ answered: false, how: 'silent' });
  signal.addEventListener('abort', silent, { once: true });
  try {
    socket.on('error', reject);
    // Connected, so that nobody else is heard, and so that "nothing listens here" (ICMP) is.
    socket.connect(port, address);
    await Promise.race([once(socket, 'connect', { signal }), answer]);
    const question = askOptions({ host: way.host, port }, 'UDP', placeOf(socket.address()));
    const began = performance.now();
    socket.on('message', (bytes) => {
      const heard = understand(bytes, question);
      if (heard.heard === 'answer')
        resolve({ answered: true, status: heard.status, reason: heard.reason, took: performance.now() - began });
      else if (heard.heard === 'no SIP') resolve({ answered: false, how: 'not SIP' });
    });
    const send = (wait: number) => {
      socket.send(question.bytes, (error) => error && reject(error));
      again = setTimeout(send, wait, Math.min(wait * 2, T2));
    };
    send(T1);
    return await answer;
  } catch (error) {
    if (signal.aborted) return { answered: false, how: 'silent' };
    if (codesOf(error).includes('ECONNREFUSED')) return { answered: false, how: 'refused' };
    throw explainFailure(error, `${way.host}:${port}`);
  } finally {
    clearTimeout(again);
    signal.removeEventListener('abort', silent);
    socket.close();
  }
}

const placeOf = ({ address, port }: { address: string; port: number }) => ({ host: address, port });
