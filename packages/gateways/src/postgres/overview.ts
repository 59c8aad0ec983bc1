import { BASE, DOMAIN, type Enablement, type Person, type StepName, type Team } from '@enablement/core';
import { sql } from 'kysely';
import { type Database, reaching } from './connect.ts';
import { readEnablements } from './read-enablements.ts';

/** `take over`: somebody else has to answer for it. `problem`: something went wrong and a person must act. */
export type HoldKind = 'secret' | 'approval' | 'take over' | 'problem';

/** A step at which a run stands still until somebody does something. */
export interface Hold {
  readonly enablement: string;
  readonly cspCompany: string;
  readonly domain: string | undefined;
  readonly step: StepName;
  readonly detail: string | undefined;
  readonly todo: string | undefined;
  readonly since: Date;
}

export interface Listed<T> {
  readonly shown: readonly T[];
  /** How many there are in all. */
  readonly total: number;
}

/** What a person wants to see of thousands of runs: theirs, and what stands still. Each list is bounded, and says how many there are. */
export interface Overview {
  /** Asked for by them, or theirs to answer for; those under way first, the newest first. `team`: of this workspace only. */
  mine(person: Person, team: Team | undefined, most: number): Promise<Listed<Enablement>>;
  /** Problems: the newest first; everything else: the longest wait first. `except`: not what this person asked for. */
  holds(
    kind: HoldKind,
    most: number,
    of: { readonly team?: Team | undefined; readonly except?: Person | undefined },
  ): Promise<Listed<Hold>>;
}

const WAITING: Readonly<Record<'secret' | 'approval', readonly StepName[]>> = {
  secret: [BASE.secret, DOMAIN.credentials],
  approval: [BASE.approved, DOMAIN.approved],
};

export function createOverview(db: Database): Overview {
  return {
    mine: (person, team, most) =>
      reaching(async () => {
        const query = db
          .selectFrom('enablements')
          .where((eb) => eb.or([eb('requested_by', '=', person), eb('responsible', '=', person)]))
          .$if(team !== undefined, (query) => query.where('team', '=', team ?? ''));
        const [rows, { total }] = await Promise.all([
          query
            .selectAll()
            .orderBy(
              sql`(status = 'running' or exists (select from domains where domains.enablement = enablements.id
              and enablements.status = 'enabled' and domains.status in ('wanted', 'running')))`,
              'desc',
            )
            .orderBy('requested_at', 'desc')
            .limit(most)
            .execute(),
          query.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
        ]);
        return { shown: await readEnablements(db, rows), total: Number(total) };
      }),
    holds: (kind, most, { team, except }) =>
      reaching(async () => {
        const rows = await db
          .selectFrom('steps')
          .innerJoin('enablements', 'enablements.id', 'steps.enablement')
          .leftJoin('domains', (join) =>
            join
              .onRef('domains.enablement', '=', 'steps.enablement')
              .on((eb) => eb(eb.ref('steps.run'), '=', sql<string>`domains.enablement || '/' || domains.domain`)),
          )
          .select(['steps.enablement', 'steps.name', 'steps.detail', 'steps.todo', 'steps.since'])
          .select(['enablements.csp_company', 'domains.domain'])
          .select((eb) => eb.fn.countAll<string>().over().as('total'))
          .where('enablements.status', '<>', 'cancelled')
          .where((eb) => eb.or([eb('domains.domain', 'is', null), eb('domains.status', 'in', ['wanted', 'running'])]))
          .$if(kind === 'secret' || kind === 'approval', (query) =>
            query
              .where('steps.status', '=', 'waiting')
              .where('steps.name', 'in', [...WAITING[kind === 'secret' ? 'secret' : 'approval']]),
          )
          .$if(kind === 'take over', (query) => query.where('steps.asks', '=', 'take over').where('steps.status', '=', 'problem'))
          .$if(kind === 'problem', (query) => query.where('steps.status', '=', 'problem'))
          .$if(team !== undefined, (query) => query.where('enablements.team', '=', team ?? ''))
          .$if(except !== undefined, (query) => query.where('enablements.requested_by', '<>', except ?? ''))
          .orderBy('steps.since', kind === 'problem' ? 'desc' : 'asc')
          .limit(most)
          .execute();
        return {
          total: Number(rows[0]?.total ?? 0),
          shown: rows.map((row) => ({
            enablement: row.enablement,
            cspCompany: row.csp_company,
            domain: row.domain ?? undefined,
            step: row.name,
            detail: row.detail ?? undefined,
            todo: row.todo ?? undefined,
            since: row.since,
          })),
        };
      }),
  };
}
