import { type Person, type Secret, type Team, workspaceDeeds } from '@enablement/core';
import { sql } from 'kysely';
import { type SecretsKey, seal, unseal } from '../vault/index.ts';
import { audited } from './audit/append.ts';
import { type Database, reaching } from './connect.ts';

/** A workspace that has the app. */
export interface Installation {
  readonly team: Team;
  readonly name: string;
  readonly botUser: Person;
  readonly botToken: Secret;
  readonly installedBy: Person;
  readonly scopes: readonly string[];
}

/** Which Slack workspaces have the app, and with which token it speaks there. Several programs share it. */
export interface Installations {
  /** Installed, or installed again: the new token replaces the old one. */
  keep(installation: Installation): Promise<void>;
  /** Nothing when it was never installed there, or has lost its access. */
  of(team: Team): Promise<(Installation & { readonly version: number }) | undefined>;
  /** Workspaces that have it now. */
  teams(): Promise<readonly Team[]>;
  /**
   * The token is of no use any more and is destroyed. True when there was one to lose. An installation that is younger than `since`
   * (events come late, and twice), or another than `version` (it was replaced meanwhile), stays.
   */
  lose(team: Team, why: string, only?: { readonly since?: Date; readonly version?: number }): Promise<boolean>;
}

/** What the encryption is bound to: a token that is moved to another team's row cannot be opened. */
const placeOf = (team: Team) => ({ owner: `slack/${team}`, field: 'bot token' });

/** On PostgreSQL, tokens sealed as the vault seals secrets. */
export function createInstallations({ db, key }: { readonly db: Database; readonly key: SecretsKey }): Installations {
  const rowOf = (team: Team) => db.selectFrom('installations').selectAll().where('team', '=', team).executeTakeFirst();

  return {
    keep: ({ team, name, botUser, botToken, installedBy, scopes }) =>
      audited(db, async (trx, note) => {
        const before = await trx
          .selectFrom('installations')
          .select('version')
          .where('team', '=', team)
          .forUpdate()
          .executeTakeFirst();
        const { version, wrappedKey, ciphertext, fingerprint } = seal(key, placeOf(team), (before?.version ?? 0) + 1, botToken);
        const row = {
          name,
          bot_user: botUser,
          installed_by: installedBy,
          scopes: [...scopes],
          version,
          wrapped_key: wrappedKey,
          ciphertext,
          installed_at: sql<Date>`clock_timestamp()`,
          removed_at: null,
        };
        await trx
          .insertInto('installations')
          .values({ team, ...row })
          .onConflict((conflict) => conflict.column('team').doUpdateSet(row))
          .execute();
        note(workspaceDeeds.installed(team, name, installedBy, fingerprint));
      }),

    async of(team) {
      const row = await reaching(() => rowOf(team));
      if (!row?.wrapped_key || !row.ciphertext) return undefined;
      const { name, bot_user: botUser, installed_by: installedBy, scopes, version } = row;
      const botToken = unseal(key, placeOf(team), { version, wrappedKey: row.wrapped_key, ciphertext: row.ciphertext });
      return { team, name, botUser, botToken, installedBy, scopes, version };
    },

    teams: () =>
      reaching(async () => {
        const rows = await db
          .selectFrom('installations')
          .select('team')
          .where('removed_at', 'is', null)
          .orderBy('team')
          .execute();
        return rows.map(({ team }) => team);
      }),

    lose: (team, why, { since, version } = {}) =>
      audited(db, async (trx, note) => {
        const lost = await trx
          .updateTable('installations')
          .set({ wrapped_key: null, ciphertext: null, removed_at: sql<Date>`clock_timestamp()` })
          .where('team', '=', team)
          .where('removed_at', 'is', null)
          .$if(since !== undefined, (query) => query.where('installed_at', '<=', since ?? null))
          .$if(version !== undefined, (query) => query.where('version', '=', version ?? null))
          .returning('team')
          .executeTakeFirst();
        if (lost === undefined) return false;
        note(workspaceDeeds.removed(team, why));
        return true;
      }),
  };
}
