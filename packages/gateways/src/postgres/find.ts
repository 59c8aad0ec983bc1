import type { Register, Search } from '@enablement/core';
import { type ExpressionBuilder, sql } from 'kysely';
import { type Database, reaching } from './connect.ts';
import { oneOf } from './one-of.ts';
import { readEnablements } from './read-enablements.ts';
import type { Tables } from './tables.ts';

type Rows = ExpressionBuilder<Tables, 'enablements'>;

/** What the register is asked, without changing anything. */
export function finding(
  db: Database,
): Pick<Register, 'get' | 'list' | 'find' | 'companies' | 'answered' | 'holderOfCloudId' | 'provisionedEarlier'> {
  return {
    get: (id) =>
      reaching(
        async () => (await readEnablements(db, await db.selectFrom('enablements').selectAll().where('id', '=', id).execute()))[0],
      ),

    list: (filter) =>
      reaching(async () => {
        const { status, team } = filter ?? {};
        const rows = db
          .selectFrom('enablements')
          .selectAll()
          .orderBy('requested_at', 'desc')
          .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'running'))
          .$if(team !== undefined, (query) => query.where('team', '=', team ?? ''));
        return readEnablements(db, await rows.execute());
      }),

    find: (search) =>
      reaching(async () => {
        const words = search.words?.trim().toLowerCase() ?? '';
        if (words === '') return page(db, search, meant(search));
        const exact = await page(db, search, (eb) => eb.and([meant(search)(eb), isCalled(eb, words)]));
        return exact.total > 0 ? exact : page(db, search, (eb) => eb.and([meant(search)(eb), hasInName(eb, words)]));
      }),

    companies: (ids) =>
      reaching(async () => {
        const all = db.selectFrom('enablements').select(['id', 'csp_company']);
        const rows = await (ids === undefined ? all : all.where('id', '=', oneOf(ids))).execute();
        return new Map(rows.map((row) => [row.id, row.csp_company]));
      }),

    answered: (id) =>
      reaching(async () => {
        const row = await db
          .selectFrom('enablements')
          .select(['answered_cloud_id', 'answered_messaging_host'])
          .where('id', '=', id)
          .executeTakeFirst();
        if (!row?.answered_cloud_id || !row.answered_messaging_host) return undefined;
        return { cloudId: row.answered_cloud_id, messagingHost: row.answered_messaging_host };
      }),

    holderOfCloudId: (cloudId, except) =>
      reaching(async () => {
        const holder = await db
          .selectFrom('enablements')
          .select(['csp_company', 'team'])
          .where('cloud_id', '=', cloudId)
          .where('id', '<>', except)
          .where('status', '<>', 'cancelled')
          .executeTakeFirst();
        return holder && { company: holder.csp_company, team: holder.team };
      }),

    provisionedEarlier: (portalUrl, except) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('domains')
          .innerJoin('enablements', 'enablements.id', 'domains.enablement')
          .select('domains.domain')
          .distinct()
          .where('enablements.portal_url', '=', portalUrl)
          .where('enablements.id', '<>', except)
          .where('domains.outcome', 'is not', null)
          .execute();
        return rows.map(({ domain }) => domain);
      }),
  };
}

type Condition = (eb: Rows) => ReturnType<Rows['and']>;

async function page(db: Database, { offset = 0, limit }: Search, where: Condition): ReturnType<Register['find']> {
  const found = db.selectFrom('enablements').where(where);
  const { total } = await found.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await found.selectAll().orderBy('requested_at', 'desc').offset(offset).limit(limit).execute();
  return { runs: await readEnablements(db, rows), total: Number(total) };
}

const meant =
  ({ status, stuck, open, of, team }: Search): Condition =>
  (eb) =>
    eb.and([
      ...(status === undefined ? [] : [eb('enablements.status', 'in', status)]),
      ...(team === undefined ? [] : [eb('enablements.team', '=', team)]),
      ...(of === undefined ? [] : [eb.or([eb('requested_by', '=', of), eb('responsible', '=', of)])]),
      ...(stuck ? [eb.and([eb('enablements.status', '<>', 'cancelled'), eb.exists(problems(eb))])] : []),
      ...(open
        ? [
            eb.or([
              eb('enablements.status', '=', 'running'),
              eb.and([eb('enablements.status', '=', 'enabled'), eb.exists(openDomains(eb))]),
            ]),
          ]
        : []),
    ]);

/** Problems of domains that nobody wants any more are none. */
const problems = (eb: Rows) =>
  eb
    .selectFrom('steps')
    .leftJoin('domains', (join) =>
      join
        .onRef('domains.enablement', '=', 'steps.enablement')
        .on('steps.run', '=', sql<string>`domains.enablement || '/' || domains.domain`),
    )
    .select('steps.run')
    .whereRef('steps.enablement', '=', 'enablements.id')
    .where('steps.status', '=', 'problem')
    .where(sql<boolean>`domains.status is distinct from 'cancelled'`);

const openDomains = (eb: Rows) =>
  eb
    .selectFrom('domains')
    .select('domains.domain')
    .whereRef('domains.enablement', '=', 'enablements.id')
    .where('domains.status', 'in', ['wanted', 'running']);

/** CSP, portal with and without its scheme, cloudId. */
const NAMES = [
  sql<string>`lower(csp_company)`,
  sql<string>`lower(portal_url)`,
  sql<string>`lower(substr(portal_url, 9))`,
  sql<string>`lower(coalesce(cloud_id, ''))`,
];

const isCalled = (eb: Rows, words: string) =>
  eb.or([
    ...NAMES.map((name) => eb(name, '=', words)),
    eb('enablements.id', 'in', eb.selectFrom('domains').select('domains.enablement').where('domains.domain', '=', words)),
  ]);

const hasInName = (eb: Rows, words: string) =>
  eb.or([
    ...NAMES.map((name) => sql<boolean>`position(${words} in ${name}) > 0`),
    eb(
      'enablements.id',
      'in',
      eb.selectFrom('domains').select('domains.enablement').where(sql<boolean>`position(${words} in domains.domain) > 0`),
    ),
  ]);
