import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fetch } from './index.ts';

export type Reply = { status?: number; headers?: Record<string, string>; json?: unknown; text?: string } | 'silence' | 'hang up';
export interface Heard {
  /** Method and path below the base. */
  readonly what: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, string>;
}

/** A real HTTP server for one test: it hears requests and says what the test wants. Nothing is shared with the mocks. */
export async function startFakeServer(reply: (heard: Heard) => Reply | Promise<Reply>, base = '') {
  const heard: Heard[] = [];
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const part of request) text += part;
    const url = new URL(request.url ?? '/', 'http://fake.example');
    const one: Heard = {
      what: `${request.method} ${url.pathname.replace(base, '')}`,
      url,
      headers: request.headers,
      body: text === '' ? {} : JSON.parse(text),
    };
    heard.push(one);
    const said = await reply(one);
    if (said === 'silence') return;
    if (said === 'hang up') return void request.socket.destroy();
    const { status = 200, json, text: body = JSON.stringify(json) } = said;
    const type = body?.startsWith('<') ? 'text/html' : 'application/json';
    response.writeHead(status, { 'content-type': type, ...said.headers }).end(body);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    count: (what: string) => heard.filter((one) => one.what === what).length,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** For a client that only speaks https, and a server of a test that does not. */
export const overHttp =
  (fetch: Fetch): Fetch =>
  (input, init) => {
    const request = new Request(input);
    return fetch(new Request(request.url.replace('https:', 'http:'), request), init);
  };
