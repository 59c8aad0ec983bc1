import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { type Look, milliseconds } from '@enablement/core';
import { constructOutgoingResponse, IncomingRequestMessage, LoggerFactory, Parser } from 'sip.js/lib/core/index.js';
import { certificate, listen } from '../net/servers-for-tests.ts';
import { createProbes, type ProbeOptions } from './index.ts';

const closers: (() => unknown)[] = [];
/** Stops all that a test has started: for `afterEach`, beside `stopAll`. */
export async function stopProbing(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

export const now = { now: () => new Date() };

export function probes(options: Partial<ProbeOptions> = {}) {
  const made = createProbes({ clock: now, allowPrivateHosts: true, records: NO_RECORDS, ...options });
  closers.push(() => made.close());
  return made;
}

export const NO_RECORDS = { srv: async () => [], mx: async () => [] };

export const look = (limit = 3_000): Look => ({ limit: milliseconds(limit), signal: new AbortController().signal });

/** `localhost` has a certificate where a test wants a good one. */
export async function goodCertificate() {
  const { cert, private: key } = await certificate('localhost');
  return { cert, key };
}

export async function tlsServer(options: TlsOptions, meet: (socket: Socket) => void = (socket) => void socket.end()) {
  const server = createTlsServer(options, (socket) => {
    socket.on('error', () => {});
    meet(socket);
  });
  server.on('tlsClientError', () => {});
  return portOf(await listen(server));
}

export async function tcpServer(meet: (socket: Socket) => void) {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    meet(socket);
  });
  return portOf(await listen(server));
}

const portOf = (address: string) => Number(address.split(':').at(-1));

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

const logger = new LoggerFactory().getLogger('responder');
logger.level = 0;

/** What a SIP core answers to what it hears; a question that RFC 3261 does not allow is answered with 400 and the reason. */
export function answerTo(bytes: Buffer | string, status: number): string {
  const request = Parser.parseMessage(bytes.toString(), logger);
  if (!(request instanceof IncomingRequestMessage)) throw new Error('no request');
  const wrong = wrongWith(request);
  return constructOutgoingResponse(request, { statusCode: wrong === undefined ? status : 400, reasonPhrase: wrong ?? 'As Told' })
    .message;
}

/** RFC 3261 sections 8.1.1 and 11.1, RFC 3581 section 3. */
function wrongWith(request: IncomingRequestMessage): string | undefined {
  const via = request.getHeader('via') ?? '';
  if (request.method !== 'OPTIONS') return 'Not OPTIONS';
  if (!/^SIP\/2\.0\/(UDP|TCP|TLS) (\[[0-9a-f:]+\]|[\d.]+):\d+;/.test(via)) return 'No Sent-by In Via';
  if (!/;branch=z9hG4bK\w{8,}/.test(via)) return 'No Magic Cookie';
  if (!/;rport(;|$)/.test(via)) return 'No rport';
  if (request.getHeader('max-forwards') !== '70') return 'No Max-Forwards';
  if (request.fromTag === '' || request.toTag) return 'Tags Are Wrong';
  if (!request.getHeader('contact') || request.getHeader('content-length') !== '0') return 'Headers Are Missing';
  return request.hasHeader('authorization') ? 'No Credentials Wanted' : undefined;
}

/** A UDP socket that answers as it is told; `undefined` is silence. */
export async function udpServer(
  answer: (heard: Buffer, times: number) => string | undefined,
  address = '127.0.0.1',
  { port = 0, delay = 0 } = {},
) {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4').bind(port, address);
  await once(socket, 'listening');
  let open = true;
  closers.push(() => {
    open = false;
    socket.close();
  });
  let times = 0;
  socket.on('message', (heard, from) => {
    times += 1;
    const said = answer(heard, times);
    if (said !== undefined) setTimeout(() => open && socket.send(said, from.port, from.address), delay);
  });
  return socket.address().port;
}
