import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly path: string;
  readonly correlation: unknown;
  readonly contentType: unknown;
  readonly body: unknown;
}

export interface Subscriber {
  /** `http://127.0.0.1:…`, nothing behind it. */
  readonly url: string;
  readonly received: readonly Received[];
  /** Answers every post with this from now on; `silence` never answers. */
  answer(how: number | 'silence'): void;
  /** Resolves when so many posts have come altogether. */
  until(count: number): Promise<void>;
}

/** Somebody who takes events, until the test ends. */
export async function openSubscriber(): Promise<Subscriber> {
  const received: Received[] = [];
  let how: number | 'silence' = 200;
  let waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { 'x-correlation-id': correlation, 'content-type': contentType } = request.headers;
      received.push({ path: String(request.url), correlation, contentType, body: JSON.parse(text) });
      for (const { count, resolve } of waiting) if (received.length >= count) resolve();
      waiting = waiting.filter(({ count }) => received.length < count);
      if (how !== 'silence') response.writeHead(how, how === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer(wanted) {
      how = wanted;
    },
    until: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}
