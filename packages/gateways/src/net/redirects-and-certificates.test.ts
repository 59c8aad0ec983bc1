import { createServer as createTlsServer } from 'node:https';
import { Refused } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { certificate, failure, listen, net, serve, stopAll } from './servers-for-tests.ts';

afterEach(stopAll);

describe('redirects', () => {
  it('are followed three times, and the fourth is refused', async () => {
    const url = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return response.end('arrived');
      return response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(await (await net().fetch(`${url}/3`)).text()).toBe('arrived');
    expect((await failure(net().fetch(`${url}/4`))).message).toMatch(/redirects more than 3 times/);
  });

  it('into a range that is never called is refused, on whichever hop', async () => {
    const url = await serve((_, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
    );
    const error = await failure(net().fetch(url));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toMatch(/169\.254\.169\.254/);
  });

  it('to another host carries no credentials', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers['x-ntspns-api-key'] as string | undefined, request.headers.accept);
      response.end();
    });
    const url = await serve((_, response) => response.writeHead(307, { location: other }).end());
    await net().fetch(url, {
      headers: { authorization: 'Bearer canary', 'x-ntspns-api-key': 'canary', accept: 'application/json' },
    });
    expect(seen).toEqual([undefined, undefined, 'application/json']);
  });

  it('of a POST are never followed, and the sentence says where they point but not with which path and query', async () => {
    let calls = 0;
    const other = await serve((_, response) => response.end(String(++calls)));
    const url = await serve((_, response) => response.writeHead(308, { location: `${other}/canary?token=canary` }).end());
    const error = await failure(net().fetch(url, { method: 'POST', body: 'secret' }));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toContain(`redirects to ${other}.`);
    expect(error.message).not.toContain('canary');
    expect(calls).toBe(0);
  });

  it('away from https are refused', async () => {
    const pems = await certificate('127.0.0.1');
    const plain = await serve((_, response) => response.end());
    const server = createTlsServer({ key: pems.private, cert: pems.cert }, (_, response) =>
      response.writeHead(302, { location: plain }).end(),
    );
    const error = await failure(net({ ca: pems.cert }).fetch(`https://${await listen(server)}`));
    expect(error.message).toMatch(/away from https/);
  });

  it('to nonsense are refused', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: 'http://[' }).end());
    expect(await failure(net().fetch(url))).toBeInstanceOf(Refused);
  });
});

describe('certificates', () => {
  it('a trusted one is fine', async () => {
    const pems = await certificate('127.0.0.1');
    const host = await listen(createTlsServer({ key: pems.private, cert: pems.cert }, (_, response) => response.end('safe')));
    expect(await (await net({ ca: pems.cert }).fetch(`https://${host}`)).text()).toBe('safe');
  });

  it.each([
    ['self-signed', '127.0.0.1', 1, false, 'it is self-signed'],
    ['expired', '127.0.0.1', -1, true, 'it has expired'],
    ['of another host', 'other.example', 1, true, 'it was issued for another host name'],
  ])('one that is %s is refused, naming host and reason', async (_, name, days, trusted, reason) => {
    const pems = await certificate(name, days);
    const host = await listen(createTlsServer({ key: pems.private, cert: pems.cert }, (_request, response) => response.end()));
    const error = await failure(net(trusted ? { ca: pems.cert } : {}).fetch(`https://${host}`));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toBe(`The certificate of ${host} cannot be trusted: ${reason}.`);
  });

  it('https to a plain http server is refused', async () => {
    const url = await serve((_, response) => response.end());
    const error = await failure(net().fetch(url.replace('http:', 'https:')));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toMatch(/does not speak TLS/);
  });
});
