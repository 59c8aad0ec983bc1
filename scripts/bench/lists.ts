import { median, timed } from './measure.ts';
import { startPlatform } from './platform.ts';
import type { Result } from './report.ts';

const rounds = 15;

/** One page of a thousand rows against ten pages of a hundred, out of ten thousand domains. */
export async function measureLists(folder: string): Promise<Result> {
  const { server, token } = await startPlatform('mock-netsapiens with 10,000 domains', folder);
  try {
    const domains = Array.from({ length: 10_000 }, (_, at) => ({ domain: `d${at}.example` }));
    await server.ask({ method: 'POST', path: '/_mock/seed', expected: 200, body: { domains } });
    const page = async (start: number, limit: number): Promise<void> => {
      const path = `/ns-api/v2/domains?start=${start}&limit=${limit}`;
      const rows: unknown[] = JSON.parse(await server.ask({ method: 'GET', path, expected: 200, token }));
      if (rows.length !== limit) throw new Error(`a page of ${limit} rows has ${rows.length}`);
    };
    const large = (): Promise<void> => page(4000, 1000);
    const small = async (): Promise<void> => {
      for (let start = 4000; start < 5000; start += 100) await page(start, 100);
    };
    for (let warm = 0; warm < 5; warm += 1) await Promise.all([large(), small()]);
    const [once, tenTimes]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      once.push(await timed(large));
      tenTimes.push(await timed(small));
    }
    return {
      name: 'list of 1,000 rows out of 10,000 domains, against ten of 100 rows (time)',
      ratio: median(once) / median(tenTimes),
      goal: 3,
      sense: 'at most',
      detail: `${median(once).toFixed(1)} ms against ${median(tenTimes).toFixed(1)} ms`,
    };
  } finally {
    await server.stop();
  }
}
