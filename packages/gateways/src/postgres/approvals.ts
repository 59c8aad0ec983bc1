import {
  type Approval,
  type Approvals,
  askedFor,
  type Ballot,
  type Clock,
  cast,
  approvalDeeds as deeds,
  domainRun,
  type Enablement,
  interestedIn,
  type News,
  newsOfAsking,
  newsOfSaying,
  type RunKey,
  type Said,
  without,
} from '@enablement/core';
import type { Transaction } from 'kysely';
import { audited, type Note } from './audit/append.ts';
import { changes } from './changes.ts';
import type { Database } from './connect.ts';
import { readEnablements, toApproval } from './read-enablements.ts';
import type { Tables } from './tables.ts';

/** Approvals on PostgreSQL: the row is locked, the rules of core decide, and what they gave is written in the same transaction. */
export function createApprovals({ db, clock }: { db: Database; clock: Clock }): Approvals {
  async function say(
    trx: Transaction<Tables>,
    note: Note,
    enablement: Enablement,
    run: RunKey,
    fingerprint: string,
    said: Said,
  ): Promise<Ballot> {
    const [id = '', domain] = run.split('/');
    const { ballot, next } = cast(await locked(trx, run), fingerprint, said, interestedIn(enablement, domain), clock.now());
    if (next === undefined) note(deeds.said(run, fingerprint, said, ballot));
    else {
      const change = changes(trx, note);
      await write(trx, run, next);
      await change.wakeApproved(run);
      await tell(change, id, newsOfSaying(enablement, run, said, clock.now()), clock.now());
      await change.touch(id, deeds.said(run, fingerprint, said, ballot));
    }
    return ballot;
  }

  return {
    ask: (run, fingerprint, { quorum, within }) =>
      audited(db, async (trx, note) => {
        const [id = ''] = run.split('/');
        // The enablement's row orders us against everybody who asks or changes it.
        const { version } = await trx
          .selectFrom('enablements')
          .select('version')
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const before = await locked(trx, run);
        if (before?.fingerprint === fingerprint) return before;
        const now = clock.now();
        const news = newsOfAsking(await enablementOf(trx, run), run, fingerprint, now);
        const asked: Approval = {
          status: 'asked',
          fingerprint,
          needed: quorum,
          votes: [],
          askedAt: now,
          until: new Date(now.getTime() + within),
          askedVersion: version + 1,
        };
        await trx.deleteFrom('approvals').where('run', '=', run).execute();
        await trx
          .insertInto('approvals')
          .values({ run, enablement: id, ...row(asked) })
          .execute();
        const change = changes(trx, note);
        await tell(change, id, news, now);
        await change.touch(id, deeds.approvalAsked(run, asked));
        return asked;
      }),

    say: (run, fingerprint, said) =>
      audited(db, async (trx, note) => say(trx, note, await enablementOf(trx, run), run, fingerprint, said)),

    approveShown: (id, version, by) =>
      audited(db, async (trx, note) => {
        const enablement = await enablementOf(trx, id);
        const shown = askedFor(enablement).filter(({ approval }) => approval.askedVersion <= version);
        const ballots = [];
        for (const { domain, approval } of shown) {
          const ballot = await say(trx, note, enablement, domainRun(id, domain), approval.fingerprint, { says: 'yes', by });
          ballots.push({ domain, ballot });
        }
        return ballots;
      }),

    discount: (run, person, why) =>
      audited(db, async (trx, note) => {
        await enablementOf(trx, run);
        const approval = await locked(trx, run);
        if (approval === undefined) return;
        await write(trx, run, without(approval, person));
        await changes(trx, note).touch(run.split('/')[0] ?? '', deeds.voteDiscounted(run, person, approval.fingerprint, why));
      }),

    askAgain: (run, by) =>
      audited(db, async (trx, note) => {
        await enablementOf(trx, run);
        const approval = await locked(trx, run);
        if (approval === undefined || (approval.status !== 'rejected' && approval.until > clock.now())) return false;
        await trx.deleteFrom('approvals').where('run', '=', run).execute();
        const change = changes(trx, note);
        await change.wakeApproved(run);
        await change.touch(run.split('/')[0] ?? '', deeds.askedAgain(run, by, approval.fingerprint));
        return true;
      }),
  };
}

async function tell(change: ReturnType<typeof changes>, id: string, news: News | undefined, now: Date): Promise<void> {
  if (news !== undefined) await change.remind(id, news.key, news.text, news.whom, now);
}

async function enablementOf(trx: Transaction<Tables>, run: RunKey): Promise<Enablement> {
  const [id = ''] = run.split('/');
  // Who answers for it, and what it is about, stays as it is until the end of the transaction.
  const rows = await trx.selectFrom('enablements').selectAll().where('id', '=', id).forUpdate().execute();
  const [enablement] = await readEnablements(trx, rows);
  if (enablement === undefined) throw new Error(`no enablement ${id}`);
  return enablement;
}

async function locked(trx: Transaction<Tables>, run: RunKey): Promise<Approval | undefined> {
  const found = await trx.selectFrom('approvals').selectAll().where('run', '=', run).forUpdate().executeTakeFirst();
  return found && toApproval(found);
}

const write = (trx: Transaction<Tables>, run: RunKey, approval: Approval) =>
  trx.updateTable('approvals').set(row(approval)).where('run', '=', run).execute();

const row = (approval: Approval) => ({
  status: approval.status,
  fingerprint: approval.fingerprint,
  needed: approval.needed,
  votes: JSON.stringify(approval.votes),
  asked_at: approval.askedAt,
  until: approval.until,
  asked_version: approval.askedVersion,
  rejected: approval.rejected ? JSON.stringify(approval.rejected) : null,
  glass_broken: approval.glassBroken ? JSON.stringify(approval.glassBroken) : null,
});
