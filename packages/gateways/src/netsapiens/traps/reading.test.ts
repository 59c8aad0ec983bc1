import { Refused, Secret } from '@enablement/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createNet } from '../../net/index.ts';
import { API_KEY, collect, type Heard, meet, part, type Reply, virtualTime } from '../fake-core.ts';
import { Blocked, createClients, NoSuchRoute } from '../index.ts';

afterEach(part);

const acme = { domain: 'acme.example' };
const USERS = '/domains/{domain}/users';
const users = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...acme, user: String(1_000 + from + n) }));
/** A core that looks at `start` and at `limit`. */
const paged =
  (rows: readonly object[]) =>
  ({ url }: Heard): Reply => {
    const start = Number(url.searchParams.get('start') ?? 0);
    return { json: rows.slice(start, start + Number(url.searchParams.get('limit') ?? 100)) };
  };
const asked = ({ heard }: { heard: readonly Heard[] }) => heard.map(({ what, url }) => `${what}${url.search}`);

describe('lists', () => {
  it('stop at the first hundred rows unless they are paged, and look complete', async () => {
    const { client } = await meet(paged(users(0, 450)));
    const all = await collect(client.list(USERS, acme));
    expect(all.map(({ user }) => user)).toEqual(users(0, 450).map(({ user }) => user));
  });

  it('count their rows from zero: start is an offset, and no row is skipped or asked for by `offset`', async () => {
    const { client, core } = await meet(paged(users(0, 450)));
    await collect(client.list(USERS, acme));
    expect(asked(core)).toEqual([0, 200, 400].map((start) => `GET /domains/acme.example/users?start=${start}&limit=200`));
  });

  it('end with an empty page when the last one was full', async () => {
    const { client, core } = await meet(paged(users(0, 400)));
    expect(await collect(client.list(USERS, acme))).toHaveLength(400);
    expect(core.heard).toHaveLength(3);
  });

  it('of some routes ignore paging and repeat page one, which is no complete list when more rows are counted', async () => {
    const core = (total: number) => (heard: Heard) => ({ json: heard.what.endsWith('/count') ? { total } : users(0, 100) });
    const short = await meet(core(450));
    await expect(collect(short.client.list(USERS, acme))).rejects.toThrow(
      'NetSapiens shows 100 rows of GET /domains/{domain}/users and counts 450; the rest cannot be read.',
    );
    const whole = await meet(core(100));
    expect(await collect(whole.client.list(USERS, acme))).toHaveLength(100);
    expect(asked(whole.core).map((one) => one.replace(/.*users/, ''))).toEqual([
      '?start=0&limit=200',
      '?start=100&limit=200',
      '/count',
    ]);
  });

  it('of a release that cannot count end with the repeated page', async () => {
    const { client } = await meet(({ what }) =>
      what.endsWith('/count') ? { status: 404, json: { code: 404, message: 'No Route Found [92]' } } : { json: users(0, 200) },
    );
    expect(await collect(client.list(USERS, acme))).toHaveLength(200);
  });

  it('whose rows move to the next page meanwhile show each once', async () => {
    const { client } = await meet(({ url }) => ({
      json:
        url.searchParams.get('start') === '0'
          ? users(0, 200)
          : users(199, 3).map((row) => ({ ...row, 'active-calls-total-current': 1 })),
    }));
    expect(await collect(client.list(USERS, acme))).toHaveLength(202);
  });

  it('are read no further than they are taken', async () => {
    const { client, core } = await meet(paged(users(0, 450)));
    for await (const _ of client.list(USERS, acme)) break;
    expect(core.heard).toHaveLength(1);
  });

  it('of SMS numbers are refused without a destination', async () => {
    const { client, core } = await meet(({ url }) =>
      url.searchParams.has('dest')
        ? { json: [{ number: '15551230100' }] }
        : { status: 400, json: { code: 400, message: 'dest' } },
    );
    expect(await collect(client.list('/domains/{domain}/smsnumbers', acme))).toHaveLength(1);
    await collect(client.list('/smsnumbers', {}, { dest: '100' }));
    expect(core.heard.map(({ url }) => url.searchParams.get('dest'))).toEqual(['*', '100']);
  });
});

describe('calls', () => {
  const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
  const period = { from: new Date(`${day(1)}T06:00:00Z`), to: new Date(`${day(3)}T12:00:00.500Z`), atMost: 1_000 };

  it('need a beginning and an end, and wide ranges are heavy, so that they are asked for day by day', async () => {
    const { client, core } = await meet({ json: [] });
    expect(await collect(client.calls('/domains/{domain}/cdrs', acme, period, { type: 'Inbound' }))).toEqual([]);
    const query = ({ url: { searchParams: q } }: Heard) => [
      q.get('datetime-start'),
      q.get('datetime-end'),
      q.get('limit'),
      q.get('type'),
    ];
    expect(core.heard.map(query)).toEqual([
      [`${day(1)}T06:00:00Z`, `${day(2)}T06:00:00Z`, '200', 'Inbound'],
      [`${day(2)}T06:00:00Z`, `${day(3)}T06:00:00Z`, '200', 'Inbound'],
      [`${day(3)}T06:00:00Z`, `${day(3)}T12:00:01Z`, '200', 'Inbound'],
    ]);
  });

  it('that two days share come once, and no more come than were wanted', async () => {
    const rows = [{ id: 'a' }, { id: 'b' }];
    const { client, core } = await meet({ json: rows });
    expect(await collect(client.calls('/cdrs', {}, period))).toEqual(rows);
    const few = await collect(client.calls('/cdrs', {}, { ...period, atMost: 1 }));
    expect(few).toEqual([{ id: 'a' }]);
    expect(core.heard).toHaveLength(4);
  });

  it.each([
    ['no beginning', { from: new Date(Number.NaN) }],
    ['an end before its beginning', { to: new Date(0) }],
    ['more than a quarter', { from: new Date(0) }],
    ['no rows', { atMost: 0 }],
  ])('of a period with %s are not asked for', async (_, change) => {
    const { client, core } = await meet({ json: [] });
    await expect(collect(client.calls('/cdrs', {}, { ...period, ...change }))).rejects.toBeInstanceOf(Refused);
    expect(core.heard).toEqual([]);
  });
});

describe('one thing', () => {
  const gone = (message: string): Reply => ({ status: 404, json: { code: 404, message } });

  it('that is missing is nothing, and `No Route Found [92]` is a gap of the release and no missing data', async () => {
    const missing = await meet(gone('Domain acme.example does not exist'));
    expect(await missing.client.get('/domains/{domain}', acme)).toBeUndefined();
    const gap = await meet(gone('No Route Found [92]'));
    await expect(gap.client.get('/domains/{domain}', acme)).rejects.toBeInstanceOf(NoSuchRoute);
    await expect(collect(gap.client.list('/domains/{domain}/subscriptions', acme))).rejects.toBeInstanceOf(NoSuchRoute);
    await expect(gap.client.count('/domains/{domain}/users/count', acme)).rejects.toBeInstanceOf(NoSuchRoute);
  });

  it('of a portal host is a page or its 404, and neither is taken for data', async () => {
    for (const reply of [{ text: '<html>Portal</html>' }, { status: 404, text: '<html>Not found</html>' }]) {
      const { client } = await meet(reply);
      await expect(client.get('/domains/{domain}', acme)).rejects.toThrow(
        /with an HTML page with status \d+, not as the NetSapiens API does/,
      );
    }
  });

  it('that comes as a list of one is that one', async () => {
    const { client } = await meet({ json: [{ 'key-id': 'nsd_12345678', key: 'canary' }] });
    expect(await client.get('/apikeys/{key_id}', { key_id: 'nsd_12345678' })).toMatchObject({ 'key-id': 'nsd_12345678' });
  });

  it('has `email` on read and `email-address` on write, and both are read under the name to write', async () => {
    const path = '/domains/{domain}/users/{user}';
    for (const name of ['email', 'email-address']) {
      const { client } = await meet({ json: { user: 100, [name]: 'ada@acme.example' } });
      expect(await client.get(path, { ...acme, user: '100' })).toMatchObject({ 'email-address': 'ada@acme.example' });
    }
  });

  it('differs between schema and samples: numbers come as text, members are missing, misspelt names are real', async () => {
    const { client } = await meet({
      json: { 'limits-max-subcriber-resources-total': '50', 'caller-id-number': 15551230100, later: [1] },
    });
    const domain = await client.get('/domains/{domain}', acme);
    expect(Number(domain?.['limits-max-subcriber-resources-total'])).toBe(50);
    expect(String(domain?.['caller-id-number'])).toBe('15551230100');
    expect(domain?.reseller).toBeUndefined();
    const counted = await meet({ json: { total: '7' } });
    expect(await counted.client.count('/domains/{domain}/users/count', acme)).toBe(7);
  });

  it('shows SIP and SMTP passwords, PINs and post-urls in clear, and they are sealed before anybody can log them', async () => {
    const secrets = {
      'device-sip-registration-password': 'canary-1',
      'email-send-smtp-password': 'canary-2',
      'voicemail-login-pin': 4711,
      'post-url': 'https://hooks.example/?password=canary-3',
    };
    const { client } = await meet({ json: { device: '100m', ...secrets, inside: [secrets] } });
    const device = await client.get('/domains/{domain}/users/{user}/devices/{device}', { ...acme, user: '100', device: '100m' });
    expect(JSON.stringify(device)).not.toMatch(/canary|4711/);
    expect(device?.['device-sip-registration-password']).toBeInstanceOf(Secret);
    expect(device?.['device-sip-registration-password']?.reveal()).toBe('canary-1');
  });

  it.each(['', ' ', '.', '..', undefined])(
    'whose name is "%s" is not asked for: it would be a call for all of them',
    async (user) => {
      const { client, core } = await meet({ json: {} });
      const params = { ...acme, user: user as string };
      await expect(client.get('/domains/{domain}/users/{user}', params)).rejects.toThrow(
        /The user of what is asked for is missing/,
      );
      expect(core.heard).toEqual([]);
    },
  );

  it('has its name escaped, and `~` and `*` left as they are', async () => {
    const { client, core } = await meet({ json: { user: 'x' } });
    await client.get('/domains/{domain}/users/{user}', { domain: '~', user: '../a?b#c' });
    expect(core.heard[0]?.what).toBe('GET /domains/~/users/..%2Fa%3Fb%23c');
  });
});

describe('networks', () => {
  it('behind an address that a person typed are never reached: a server string is a way in', async () => {
    const { core } = await meet({ json: {} });
    const net = createNet({ resolver: async () => ['127.0.0.1'] });
    const open = createClients({ fetch: net.fetch, ...virtualTime() });
    for (const portalUrl of [core.url, `http://portal.example:${new URL(core.url).port}`, 'https://169.254.169.254']) {
      const client = open({ portalUrl, credential: { apiKey: new Secret(API_KEY) } });
      await expect(client.get('/domains/{domain}', acme)).rejects.toThrow(/not an address on the public internet/);
    }
    await net.close();
    expect(core.heard).toEqual([]);
  });

  it('with a firewall ban unknown user agents and quick walks: one stable name, and an HTML 403 is no role problem', async () => {
    const { client, core } = await meet({ status: 403, text: '<html>Forbidden</html>' });
    for (const _ of [1, 2]) {
      const error = await collect(client.list('/domains/{domain}/devices', acme)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Blocked);
      expect(String(error)).toContain('probably a firewall, refused GET /domains/{domain}/devices with an HTML page (403)');
    }
    // Once each: whoever is banned does not knock again.
    expect(core.heard.map(({ headers }) => headers['user-agent'])).toEqual(Array(2).fill('netsapiens-enablement/0.1'));
  });
});
