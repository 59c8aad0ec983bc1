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
  const { rows, url, as, seed } = await openWithNumbers();
  const turn = (wanted: object): Promise<Response> =>
    fetch(`${url}/_mock/switches`, { method: 'POST', body: JSON.stringify(wanted) });
  await turn({ undeclaredPaging: 'repeats' });
  expect(await rows('start=100')).toEqual(await rows(''));
  await seed({ domains: many(150) });
  const call = await as(superUser);
  expect((await call('GET', '/domains?start=150&limit=1000')).body).toHaveLength(3);
  await turn({ longPages: '100' });
  expect((await call('GET', '/domains?limit=1000')).body).toHaveLength(100);
});

test('a thousand rows of ten thousand domains take no longer than three times ten lists of a hundred', async () => {
  const few = await openPlatform();
  const full = await openPlatform();
  await few.seed({ domains: many(97) });
  await full.seed({ domains: many(10_000) });
  const [small, large] = [await few.as(superUser), await full.as(superUser)];
  const measure = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const tenShort = async (): Promise<void> => {
    for (let at = 0; at < 10; at += 1) expect((await small('GET', '/domains?limit=100')).body).toHaveLength(100);
  };
  const oneLong = async (): Promise<void> => {
    expect((await large('GET', '/domains?start=9000&limit=1000')).body).toHaveLength(1000);
  };
  const best = async (work: () => Promise<void>): Promise<number> => {
    const times: number[] = [];
    for (let at = 0; at < 5; at += 1) times.push(await measure(work));
    return Math.min(...times);
  };
  expect((await best(oneLong)) / (await best(tenShort))).toBeLessThan(3);
});
