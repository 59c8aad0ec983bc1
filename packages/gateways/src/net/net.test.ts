import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { milliseconds, Refused, Unreachable } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { failure, listen, net, serve, stopAll } from './servers-for-tests.ts';

afterEach(stopAll);

describe('the guard', () => {
  it.each([
    'http://127.0.0.1:8080',
    'https://127.0.0.1',
    'https://[::1]/',
    'https://10.0.0.1',
    'https://0x7f.1/',
    'https://2130706433',
    'https://[::ffff:127.0.0.1]/',
  ])('%s is not called', async (url) => {
    const error = await failure(net({ allowPrivateHosts: false }).fetch(url));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toMatch(/not an address on the public internet/);
  });

  it('a server on this machine hears nothing when private hosts are not allowed', async () => {
    let calls = 0;
    const url = await serve((_, response) => response.end(String(++calls)));
    await failure(net({ allowPrivateHosts: false }).fetch(url));
    await failure(
      net({ allowPrivateHosts: false, resolver: async () => ['127.0.0.1'] }).fetch(url.replace('127.0.0.1', 'portal.example')),
    );
    expect(calls).toBe(0);
  });

  it('DNS that lies (public when checked, private when called) gains nothing', async () => {
    let calls = 0;
    const url = await serve((_, response) => response.end(String(++calls)));
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    const lying = net({ allowPrivateHosts: false, resolver: async () => answers.shift() ?? [] });
    expect(await lying.resolve('portal.example')).toEqual({ resolved: 'public', addresses: ['8.8.8.8'] });
    const error = await failure(lying.fetch(`https://portal.example:${new URL(url).port}`));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toBe(
      'portal.example leads to 127.0.0.1, which is not an address on the public internet, and only those are called.',
    );
    expect(calls).toBe(0);
  });

  it('one private address among public ones is enough to refuse', async () => {
    const mixed = net({ allowPrivateHosts: false, resolver: async () => ['8.8.8.8', '192.168.0.9'] });
    expect(await mixed.resolve('portal.example')).toEqual({ resolved: 'private', address: '192.168.0.9' });
    expect(await failure(mixed.fetch('https://portal.example'))).toBeInstanceOf(Refused);
  });

  it('in development this machine may be called by name and address, the metadata service never', async () => {
    const url = await serve((_, response) => response.end('here'));
    const dev = net({ resolver: async (host) => (host === 'portal.localhost' ? ['127.0.0.1'] : []) });
    expect(await (await dev.fetch(url)).text()).toBe('here');
    expect(await (await dev.fetch(url.replace('127.0.0.1', 'portal.localhost'))).text()).toBe('here');
    expect(await dev.resolve('127.0.0.1')).toEqual({ resolved: 'public', addresses: ['127.0.0.1'] });
    expect((await failure(dev.fetch('http://169.254.169.254/latest'))).message).toMatch(/not an address on the public internet/);
  });

  it('plain http is for this machine alone', async () => {
    const error = await failure(net({ resolver: async () => ['8.8.8.8'] }).fetch('http://portal.example'));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toMatch(/plain http/);
    expect(await failure(net().fetch('ftp://portal.example'))).toBeInstanceOf(Refused);
    expect((await failure(net().fetch('http://127.0.0.1:25'))).message).toMatch(/belongs to another service/);
  });

  it.each(['https://user:canary@portal.example', 'nonsense-canary', 'https://'])(
    '"%s" is refused without being repeated',
    async (url) => {
      const error = await failure(net().fetch(url));
      expect(error).toBeInstanceOf(Refused);
      expect(`${error.stack} ${error.cause}`).not.toContain('canary@');
    },
  );

  it('a header that cannot be sent is refused without being repeated', async () => {
    const error = await failure(net().fetch('https://portal.example', { headers: { authorization: 'Bearer canary\u2028' } }));
    expect(error).toBeInstanceOf(Refused);
    expect(`${error.stack} ${error.cause}`).not.toContain('Bearer canary');
  });

  it('a name without addresses resolves to nothing and is refused when called', async () => {
    const empty = net({ resolver: async () => [] });
    expect(await empty.resolve('nowhere.example')).toEqual({ resolved: 'nothing' });
    expect((await failure(empty.fetch('https://nowhere.example'))).message).toMatch(/DNS has no address/);
  });

  it('a name server that never answers does not hold anybody up', async () => {
    const silent = net({ timeout: milliseconds(100), resolver: () => new Promise(() => {}) });
    expect(await failure(silent.resolve('portal.example'))).toBeInstanceOf(Unreachable);
    expect(await failure(silent.fetch('https://portal.example'))).toBeInstanceOf(Unreachable);
  });

  it('the machine knows itself', async () => {
    const found = await net({ allowPrivateHosts: false }).resolve('localhost');
    expect(found.resolved).toBe('private');
    expect(await net().resolve('portal.localhost')).toEqual({ resolved: 'public', addresses: ['127.0.0.1'] });
  });
});

describe('bad days', () => {
  it('nothing listens', async () => {
    const server = createTcpServer();
    const host = await listen(server);
    server.close();
    await once(server, 'close');
    const error = await failure(net().fetch(`http://${host}/`));
    expect(error).toBeInstanceOf(Unreachable);
    expect(error.message).toBe(`${host} refused the connection: nothing listens there.`);
  });

  it('the connection breaks off', async () => {
    const host = await listen(createTcpServer((socket) => socket.resetAndDestroy()));
    const error = await failure(net().fetch(`http://${host}/`));
    expect(error).toBeInstanceOf(Unreachable);
    expect(error.message).toBe(`${host} broke off the connection.`);
  });

  it('something that is no web server answers', async () => {
    const host = await listen(createTcpServer((socket) => socket.on('error', () => {}).end('220 mail.example ESMTP\r\n')));
    const error = await failure(net().fetch(`http://${host}/`));
    expect(error.message).toBe(`What answers at ${host} is not a web server.`);
  });

  it('the status is none that exists', async () => {
    const host = await listen(
      createTcpServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 999 \x01\r\ncontent-length: 0\r\n\r\n')),
    );
    expect(await failure(net().fetch(`http://${host}/`))).toBeInstanceOf(Refused);
  });

  it('a server that hangs before its answer, or within it, is given up after the time-out', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/half') response.writeHead(200).write('{"half":');
    });
    const impatient = net({ timeout: milliseconds(150) });
    for (const path of ['/none', '/half']) {
      const error = await failure(impatient.fetch(`${url}${path}`));
      expect(error).toBeInstanceOf(Unreachable);
      expect(error.message).toMatch(/did not answer within 150 milliseconds/);
    }
  });

  it('a call may bring its own time-out, and be given up by its caller', async () => {
    const url = await serve((_, response) => void setTimeout(() => response.end('late'), 300));
    expect(await (await net({ timeout: milliseconds(50) }).fetch(url, { timeout: milliseconds(2_000) })).text()).toBe('late');
    const enough = new AbortController();
    const call = failure(net().fetch(url, { signal: enough.signal }));
    enough.abort(new Error('enough'));
    expect((await call).message).toBe('enough');
  });

  it('an answer that is too big is refused, also when it was small on the wire', async () => {
    const big = Buffer.alloc(1_100_000, 'x');
    const url = await serve((request, response) => {
      if (request.url === '/gzip') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(big));
      else response.end(big);
    });
    for (const path of ['/plain', '/gzip']) {
      const error = await failure(net().fetch(`${url}${path}`));
      expect(error).toBeInstanceOf(Refused);
      expect(error.message).toMatch(/sent more than 1048576 bytes/);
    }
  });
});

it('every request says who calls, and answers come through whole', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/nothing') return response.writeHead(204).end();
    return response
      .writeHead(201, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(gzipSync(JSON.stringify(request.headers)));
  });
  const answer = await net().fetch(
    new Request(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
  );
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    'user-agent': 'netsapiens-enablement/0.1',
    'content-type': 'application/json',
    'content-length': '2',
  });
  expect((await net().fetch(`${url}/nothing`)).status).toBe(204);
});
