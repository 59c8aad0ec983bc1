import { createSocket, type RemoteInfo } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { constructOutgoingResponse, IncomingRequestMessage, LoggerFactory, Parser } from 'sip.js/lib/core/index.js';

export interface SipCoreOptions {
  readonly host: string;
  /** UDP and TCP. */
  readonly port: number;
  readonly tls?: { readonly port: number; readonly key: string; readonly cert: string } | undefined;
}

export interface SipCore {
  close(): Promise<void>;
}

const loggers = new LoggerFactory();
loggers.builtinEnabled = false;
const logger = loggers.getLogger('core');

/**
 * The SIP side of a core, as far as somebody looks who has no phone: OPTIONS is answered over UDP, TCP and TLS (RFC 3261 section 11.2),
 * every other method with 405. What real cores answer to OPTIONS without credentials differs (200, 401, 405).
 */
export async function serveSip({ host, port, tls }: SipCoreOptions): Promise<SipCore> {
  const sockets = new Set<Socket>();
  const meet = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.setTimeout(10_000, () => socket.destroy());
    // A probe sends one small question; a request that comes in pieces is one that this does not answer.
    socket.on('data', (bytes) => {
      const said = answer(bytes);
      if (said === undefined) socket.destroy();
      else socket.write(said);
    });
  };
  const servers: Server[] = [createTcpServer(meet).listen(port, host)];
  if (tls !== undefined) servers.push(createTlsServer({ key: tls.key, cert: tls.cert }, meet).listen(tls.port, host));
  const udp = createSocket(host.includes(':') ? 'udp6' : 'udp4').bind(port, host);
  udp.on('message', (bytes: Buffer, from: RemoteInfo) => {
    const said = answer(bytes);
    if (said !== undefined) udp.send(said, from.port, from.address);
  });
  await Promise.all([once(udp, 'listening'), ...servers.map((server) => once(server, 'listening'))]).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`mock-netsapiens cannot answer SIP: ${why}; set SIP_PORT and SIP_TLS_PORT to others.`, { cause: error });
  });
  return {
    async close() {
      udp.close();
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function answer(bytes: Buffer): string | undefined {
  const request = parse(bytes.toString('utf8'));
  if (!(request instanceof IncomingRequestMessage)) return undefined;
  const allowed = 'Allow: OPTIONS';
  const status = request.method === 'OPTIONS' ? 200 : 405;
  return constructOutgoingResponse(request, { statusCode: status, extraHeaders: [allowed], userAgent: 'mock-netsapiens' })
    .message;
}

function parse(text: string) {
  try {
    return Parser.parseMessage(text, logger);
  } catch {
    return undefined;
  }
}
