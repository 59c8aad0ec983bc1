import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import type express from 'express';

export interface Serving {
  readonly port: number;
  /** `http://127.0.0.1:4401`; the same port answers `https` when a certificate was given. */
  readonly url: string;
  /** Lets running answers end for a moment, then breaks every connection. */
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly name: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** The first byte of a TLS handshake record (RFC 8446, section 5.1); no HTTP method starts with it. */
const handshake = 0x16;
const silence = 10_000;
const idle = 120_000;
const grace = 500;

/** Answers HTTP and HTTPS on one port: the first byte of a connection tells which. Rejects with a sentence when the port is taken. */
export async function serve(app: express.Express, options: ServeOptions): Promise<Serving> {
  const host = options.host ?? '127.0.0.1';
  const plain = http.createServer(app);
  const secure =
    options.tls === undefined ? undefined : https.createServer({ key: options.tls.key, cert: options.tls.cert }, app);
  const servers = secure === undefined ? [plain] : [plain, secure];
  const sockets = new Set<Socket>();
  const running = new Set<http.ServerResponse>();
  let closing = false;
  const destroyAll = (): void => sockets.forEach((socket) => void socket.destroy());

  for (const server of servers) {
    server.timeout = idle;
    server.on('request', (_request, response) => {
      running.add(response);
      response.once('close', () => {
        running.delete(response);
        if (closing && running.size === 0) destroyAll();
      });
    });
  }

  // The options with which Node's own HTTP server listens.
  const front = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setTimeout(silence, () => socket.destroy());
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1);
      if (first === null) return void socket.destroy();
      socket.setTimeout(0).removeAllListeners('timeout');
      socket.unshift(first);
      const server = secure !== undefined && first[0] === handshake ? secure : plain;
      server.emit('connection', socket);
    });
  });

  await new Promise<void>((resolve, reject) => {
    front.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(options, host, error)));
    front.listen(options.port, host, resolve);
  });
  const { port } = front.address() as AddressInfo;
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        closing = true;
        front.close(() => resolve());
        if (running.size === 0) destroyAll();
        else setTimeout(destroyAll, grace);
      }),
  };
}

function cannotListen({ name, port }: ServeOptions, host: string, error: NodeJS.ErrnoException): Error {
  const why = error.code === 'EADDRINUSE' ? 'something else listens there' : (error.code ?? error.message);
  return new Error(`${name} cannot listen on ${host}:${port}: ${why}; set PORT to another one.`, { cause: error });
}
