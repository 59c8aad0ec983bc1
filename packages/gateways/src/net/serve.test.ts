import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { explainFailedStart } from './failed-start.ts';
import { serve } from './serve.ts';

const local = { port: 0, host: '127.0.0.1' };
const hello = (_req: IncomingMessage, res: ServerResponse) => res.end('hello');

describe('the server', () => {
  test('stops within a second although a browser keeps a connection and another request never ends', async () => {
    const served = await serve((req, res) => (req.url === '/hang' ? undefined : hello(req, res)), local);
    expect(await (await fetch(served.url)).text()).toBe('hello');
    const hanging = fetch(`${served.url}/hang`).then(
      () => 'answered',
      () => 'ended',
    );
    const { hostname, port } = new URL(served.url);
    const idle = connect(Number(port), hostname);
    idle.on('error', () => undefined);
    await once(idle, 'connect');
    const began = performance.now();
    await served.close();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(await hanging).toBe('ended');
    idle.destroy();
  });

  test('lets a request that is under way finish', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<ServerResponse>();
    const served = await serve((_req, res) => arrive(res), local);
    const answer = fetch(served.url).then((response) => response.text());
    const response = await arrived;
    const closed = served.close();
    response.end('finished');
    expect(await answer).toBe('finished');
    await closed;
  });

  test('hangs up on a client that never finishes sending', async () => {
    const served = await serve(hello, { ...local, wholeRequest: 200 });
    const { hostname, port } = new URL(served.url);
    const slow = connect(Number(port), hostname);
    let said = '';
    slow.on('data', (chunk) => {
      said += chunk;
    });
    slow.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Le');
    await once(slow, 'close');
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    await served.close();
  });

  test('that finds its port taken says so in one sentence', async () => {
    const served = await serve(hello, local);
    const { port } = new URL(served.url);
    const failed = await serve(hello, { ...local, port: Number(port) }).catch((error: unknown) => error);
    expect(explainFailedStart(failed, { port: port, host: '127.0.0.1' })).toBe(
      `PORT ${port} is taken by another program; stop that one or set another PORT.`,
    );
    await served.close();
  });
});
