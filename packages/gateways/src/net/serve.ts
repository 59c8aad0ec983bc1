import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Duration, seconds } from '@enablement/core';

export interface Served {
  /** `http://127.0.0.1:4300` */
  readonly url: string;
  /** Takes nothing new, lets what is under way finish for a moment, then ends every connection. */
  close(): Promise<void>;
}

/** A person fills a form in before it is sent, so a request that takes longer than this on the wire is no person. */
const WHOLE_REQUEST = seconds(15);
/** Thousands of phones come back in the same second after an outage; whom the system has no place for would wait for its next try. */
const WAITING_TO_BE_TAKEN = 4_096;
const GRACE = seconds(0.7);
const SWEEP = seconds(0.05);

export interface Where {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** How long sending a request may take, 15 seconds unless given. */
  readonly wholeRequest?: Duration;
}

/** Listens, with limits for clients that send slowly or never finish. Rejects when the port is taken. */
export function serve(app: RequestListener, { port, host, wholeRequest = WHOLE_REQUEST }: Where): Promise<Served> {
  const server = createServer(
    {
      requestTimeout: wholeRequest,
      headersTimeout: wholeRequest,
      keepAliveTimeout: seconds(5),
      connectionsCheckingInterval: seconds(1),
      maxHeaderSize: 16_384,
    },
    app,
  );
  const { promise, resolve, reject } = Promise.withResolvers<Served>();
  server.once('error', reject);
  server.listen({ port, host, backlog: WAITING_TO_BE_TAKEN }, () => {
    const { port: taken } = server.address() as AddressInfo;
    resolve({
      url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
      close: () =>
        new Promise((done) => {
          const impatience = setTimeout(() => server.closeAllConnections(), GRACE);
          // A connection becomes idle when its last answer is out; browsers would keep it open.
          const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
          server.close(() => {
            clearTimeout(impatience);
            clearInterval(sweep);
            done();
          });
        }),
    });
  });
  return promise;
}
