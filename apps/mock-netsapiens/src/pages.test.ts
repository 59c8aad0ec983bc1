import { expect, test } from 'vitest';
import { openPlatform } from './testing.ts';

const superUser = 'super@system.example';
const many = (count: number): { domain: string }[] => Array.from({ length: count }, (_, at) => ({ domain: `d${at}.example` }));

/** A domain with 150 message numbers, whose list declares neither `start` nor `limit`. */
async function openWithNumbers() {
  const platform = await openPlatform();
  await platform.seed({ settleMs: 0 });
  const call = await platform.as(superUser);
  for (let at = 0; at < 150; at += 1) {
    await call('POST', '/domains/globex.example/smsnumbers', {
      number: `1555200${String(at).padStart(4, '0')}`,
      application: 'available',
    });
  }
  const rows = async (query: string): Promise<{ number: string }[]> =>
    (await call('GET', `/domains/globex.example/smsnumbers?dest=*&${query}`)).body as { number: string }[];
  return { ...platform, rows };
}

test('a list that declares no paging stops at a hundred all the same, and is paged by who asks', async () => {
  const { rows } = await openWithNumbers();
  expect(await rows('')).toHaveLength(100);
  expect(await rows('start=100')).toHaveLength(50);
  expect(await rows('limit=120')).toHaveLength(120);
  expect(await rows('limit=5000')).toHaveLength(150);
  expect(await rows('start=many&limit=-1')).toHaveLength(0);
});

test('switches: a route that repeats its first page, and pages of a hundred at most', async () => {
  const { rows, turn, as, seed } = await openWithNumbers();
  await turn({ undeclaredPaging: 'repeats' });
  expect(await rows('start=100')).toEqual(await rows(''));
  await seed({ domains: many(150) });
  const call = await as(superUser);
  expect((await call('GET', '/domains?start=150&limit=1000')).body).toHaveLength(3);
  await turn({ longPages: '100' });
  expect((await call('GET', '/domains?limit=1000')).body).toHaveLength(100);
});

test('a thousand rows out of ten thousand domains are the thousand from `start` on', async () => {
  const { as, seed } = await openPlatform();
  await seed({ domains: many(10_000) });
  const call = await as(superUser);
  const names = async (page: string): Promise<string[]> =>
    ((await call('GET', `/domains?${page}`)).body as { domain: string }[]).map(({ domain }) => domain);
  const long = await names('start=4000&limit=1000');
  expect(long).toHaveLength(1000);
  expect([...(await names('start=4000&limit=100')), ...(await names('start=4100&limit=900'))]).toEqual(long);
});
