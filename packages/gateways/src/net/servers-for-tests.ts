import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { milliseconds } from '@enablement/core';
import { generate } from 'selfsigned';
import { createNet, type NetOptions } from './index.ts';

const closers: (() => unknown)[] = [];
/** Stops every server and client that a test has started: for `afterEach`. */
export async function stopAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function') server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const serve = async (answer: RequestListener) => `http://${await listen(createServer(answer))}`;

export function net(options: NetOptions = {}) {
  const made = createNet({ allowPrivateHosts: true, timeout: milliseconds(2_000), ...options });
  closers.push(() => made.close());
  return made;
}

export async function failure(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('it succeeded');
}

export async function certificate(host: string, days = 1) {
  const from = new Date(Date.now() - 2 * 86_400_000);
  const altNames = [host.match(/^[0-9.]+$/) ? { type: 7 as const, ip: host } : { type: 2 as const, value: host }];
  return await generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    notBeforeDate: from,
    notAfterDate: new Date(Date.now() + days * 86_400_000),
    extensions: [{ name: 'subjectAltName', altNames }],
  });
}
