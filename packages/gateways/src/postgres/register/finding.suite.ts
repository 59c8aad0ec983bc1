import { describe, expect, test } from 'vitest';
import { ANSWER, inEach, type RegisterWorld, request } from './world.ts';

/** How runs are found, for every adapter alike. */
export function findingSuite(name: string, make: () => Promise<RegisterWorld>): void {
  describe(`finding runs ${name}`, () => {
    const { ask, world } = inEach(make);
    const three = async () => {
      const ids: string[] = [];
      for (const [n, csp] of ['Northwind', 'Northwind Mobile', 'Globex Voice'].entries()) {
        const portalUrl = `https://portal${n}.northwind.example`;
        ids.push(await ask({ cspCompany: csp, portalUrl, domains: n === 2 ? ['initech.example'] : [] }, `V${n}`));
        world().advance(1000);
      }
      return ids;
    };
    const found = async (search: object) => {
      const { runs, total } = await world().register.find({ limit: 10, ...search });
      return [total, ...runs.map(({ prerequisites }) => prerequisites.cspCompany)];
    };

    test('a page at a time, the newest first, and how many there are', async () => {
      await three();
      expect(await found({})).toEqual([3, 'Globex Voice', 'Northwind Mobile', 'Northwind']);
      expect(await found({ limit: 1, offset: 1 })).toEqual([3, 'Northwind Mobile']);
      expect(await found({ limit: 1, offset: 7 })).toEqual([3]);
    });

    test.for([
      ['NORTHWIND', [1, 'Northwind']],
      ['northw', [3, 'Globex Voice', 'Northwind Mobile', 'Northwind']],
      ['portal1.northwind.example', [1, 'Northwind Mobile']],
      ['https://portal1.northwind.example', [1, 'Northwind Mobile']],
      ['initech.example', [1, 'Globex Voice']],
      ['tech', [1, 'Globex Voice']],
      ['nsac', [1, 'Northwind']],
      ['100%_', [0]],
    ] as const)('by what it is called, else by a part of it: %s', async ([words, expected]) => {
      const [first = ''] = await three();
      await world().register.enable(first, ANSWER);
      expect(await found({ words })).toEqual(expected);
    });

    test('those of one workspace alone', async () => {
      await three();
      const other = { portalUrl: 'https://portal9.globex.example', cspCompany: 'Globex Voice', domains: [] };
      await world().register.request(request(other), 'U1OSCAR', 'C1OPS', 'V9', 'T0GLOBEX');
      expect(await found({ team: 'T0GLOBEX' })).toEqual([1, 'Globex Voice']);
      expect(await found({ team: 'T0GLOBEX', words: 'northwind' })).toEqual([0]);
      expect((await world().register.list({ team: 'T0GLOBEX' })).map(({ team }) => team)).toEqual(['T0GLOBEX']);
    });

    test('those that are stuck, open, of a status, or of somebody', async () => {
      const [first = '', second = '', third = ''] = await three();
      await world().register.enable(first, ANSWER);
      await world().register.cancel(second, 'U0OLIVIA');
      await world().register.note(second, 'Prerequisites checked', { status: 'problem' });
      await world().register.note(third, 'Prerequisites checked', { status: 'problem' });
      expect(await found({ stuck: true })).toEqual([1, 'Globex Voice']);
      expect(await found({ open: true })).toEqual([1, 'Globex Voice']);
      expect(await found({ status: ['enabled', 'cancelled'] })).toEqual([2, 'Northwind Mobile', 'Northwind']);
      await world().register.want(first, ['acme.example'], 'U0OLIVIA');
      expect(await found({ open: true })).toEqual([2, 'Globex Voice', 'Northwind']);
      expect(await found({ of: 'U0OLIVIA' })).toHaveLength(4);
      expect(await found({ of: 'U0ADA' })).toEqual([0]);
    });
  });
}
