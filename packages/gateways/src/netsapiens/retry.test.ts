import { milliseconds, Unreachable } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { byLogIn, meet, part, type Reply, UNLIMITED, virtualTime } from './fake-core.ts';
import { retry } from './retry.ts';

afterEach(part);

const DOMAIN = '/domains/{domain}';
const acme = { domain: 'acme.example' };
const BUSY: Reply = { status: 503, json: { code: 503, message: 'Busy' } };
const look = { look: async () => acme };

describe('reading', () => {
  it.each<[string, Reply]>([
    ['fails', BUSY],
    ['asks to slow down', { status: 429, json: {} }],
    ['gives up waiting for us', { status: 408, text: '' }],
    ['hangs up', 'hang up'],
  ])('is tried again when the core %s', async (_, trouble) => {
    let asked = 0;
    const { client } = await meet(() => (++asked < 3 ? trouble : { json: acme }));
    expect(await client.get(DOMAIN, acme)).toMatchObject(acme);
    expect(asked).toBe(3);
  });

  it('is given up after three times', async () => {
    const { client, core, slept } = await meet(BUSY);
    await expect(client.get(DOMAIN, acme)).rejects.toBeInstanceOf(Unreachable);
    expect(core.heard).toHaveLength(3);
    expect(slept).toEqual([125, 250]);
  });

  it.each([400, 401, 403, 404, 409])('is not tried again when the answer is %s', async (status) => {
    const { client, core } = await meet({ status, json: { code: status, message: 'No Route Found [92]' } });
    await expect(client.get(DOMAIN, acme)).rejects.toThrow();
    expect(core.count('GET /domains/acme.example')).toBe(1);
  });
});

describe('writing', () => {
  const writing = (answer: Reply) => meet(({ what }) => (what === 'GET /apikeys/~' ? UNLIMITED : answer), { mayWrite: true });

  it.each<[string, Reply]>([
    ['fails', BUSY],
    ['asks to slow down', { status: 429, json: {} }],
    ['hangs up', 'hang up'],
    ['says nothing', 'silence'],
  ])('is never tried again when the core %s: nobody knows whether it was done', async (_, trouble) => {
    const { client, core } = await writing(trouble);
    const reseller = { domain: 'acme.example', reseller: 'northwind' };
    await expect(client.create('/domains', {}, reseller, look)).rejects.toBeInstanceOf(Unreachable);
    await expect(client.update(DOMAIN, acme, { description: 'x' }, look)).rejects.toBeInstanceOf(Unreachable);
    await expect(client.delete(DOMAIN, acme, look)).rejects.toBeInstanceOf(Unreachable);
    expect(core.heard.slice(1).map(({ what }) => what)).toEqual([
      'POST /domains',
      'PUT /domains/acme.example',
      'DELETE /domains/acme.example',
    ]);
  });

  it('is tried again when whoever writes says that doing it twice does no harm', async () => {
    const { client, core } = await writing(BUSY);
    const twice = { ...look, repeatable: true };
    await expect(client.update(DOMAIN, acme, { description: 'x' }, twice)).rejects.toBeInstanceOf(Unreachable);
    expect(core.count('PUT /domains/acme.example')).toBe(3);
  });

  it('is tried again after a token has expired, since it was not done', async () => {
    let made = 0;
    const { client, core } = await meet(
      ({ what, headers }) => {
        if (what === 'POST /tokens') return { json: { access_token: `token-${++made}`, refresh_token: 'r', scope: 'Reseller' } };
        if (headers.authorization === 'Bearer token-1') return { status: 401, json: { code: 401, message: 'token has expired' } };
        return { status: 202, json: { code: 202, message: 'Accepted' } };
      },
      { mayWrite: true, credential: byLogIn },
    );
    const shows = { ...look, shows: () => true };
    await client.update(DOMAIN, acme, { description: 'x' }, shows);
    expect(core.count('PUT /domains/acme.example')).toBe(2);
  });
});

it('a log-in is never tried again: a refresh kills the old tokens, and a wrong password counts', async () => {
  const { client, core } = await meet(BUSY, { credential: byLogIn });
  await expect(client.get(DOMAIN, acme)).rejects.toBeInstanceOf(Unreachable);
  expect(core.heard.map(({ what }) => what)).toEqual(['POST /tokens']);
});

describe('the pause', () => {
  it.each([
    ['in seconds', '3', [3_125, 3_250]],
    ['as a date', 'Tue, 20 Oct 2026 10:00:03 GMT', [3_125, 3_250]],
    ['that nobody can read', 'soon', [125, 250]],
  ])('is never shorter than a Retry-After %s', async (_, header, pauses) => {
    const headers = { 'retry-after': header, date: 'Tue, 20 Oct 2026 10:00:00 GMT' };
    const { client, slept } = await meet({ status: 429, headers, json: {} });
    await expect(client.get(DOMAIN, acme)).rejects.toBeInstanceOf(Unreachable);
    expect(slept).toEqual(pauses);
  });

  it('that would be too long is left to whoever called, who is told how long it is', async () => {
    const { client, core, slept } = await meet({ status: 503, headers: { 'retry-after': '60' }, json: {} });
    const error = await client.get(DOMAIN, acme).catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty('retryAfter', 60_000);
    expect(core.heard).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  it.each([
    [0, [0, 0]],
    [0.999, [250, 500]],
  ])('has full jitter: with %s at random it is %s', async (random, pauses) => {
    const { slept, ...time } = virtualTime();
    const failing = () => Promise.reject(new Unreachable('', ''));
    await expect(retry(failing, true, { ...time, random: () => random })).rejects.toThrow();
    expect(slept.map(Math.round)).toEqual(pauses);
  });

  it('counts the time that the calls themselves took, so that time-outs do not add up', async () => {
    const time = virtualTime();
    let count = 0;
    const slow = async () => {
      count += 1;
      await time.sleep(milliseconds(9_950));
      throw new Unreachable('', '');
    };
    await expect(retry(slow, true, { ...time, random: () => 0.9 })).rejects.toThrow();
    expect(count).toBe(1);
  });
});
