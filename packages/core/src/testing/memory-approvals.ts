import * as deeds from '../audit/approval-deeds.ts';
import type { Audited } from '../audit/entry.ts';
import {
  type Approval,
  type Ballot,
  cast,
  interestedIn,
  type News,
  newsOfAsking,
  newsOfSaying,
  type Said,
  without,
} from '../enablement/approval.ts';
import { WRITE_TO_ACROBITS } from '../enablement/names.ts';
import { domainRun, type RunKey } from '../enablement/state.ts';
import { askedFor } from '../enablement/waits.ts';
import type { Approvals } from '../ports/approvals.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryAudit } from './memory-audit.ts';
import type { MemoryRegister } from './memory-rows.ts';

/** Approvals in memory: the rules are the real ones. */
export function createMemoryApprovals({
  clock,
  register,
  audit,
}: {
  clock: Clock;
  register: MemoryRegister;
  audit: MemoryAudit;
}): Approvals {
  const wake = (run: RunKey) => {
    const [id = '', domain] = run.split('/');
    register.wake(id, domain);
    if (domain !== undefined) return;
    for (const letter of register.peek(run).row.letters)
      if (letter.sentAt === undefined) register.nudgeKey(WRITE_TO_ACROBITS, `${id}/${letter.kind}/${letter.number}`);
  };
  const write = (run: RunKey, approval: Approval | undefined, audited: Audited) =>
    register.alter(
      run,
      (place) => {
        place.approval = approval;
      },
      audited,
    );
  const tell = (enablement: string, news: News | undefined) => {
    if (news !== undefined) register.news({ enablement, ...news });
  };
  // Each of these runs through without a pause, as a transaction under a lock would.
  const say = async (run: RunKey, fingerprint: string, said: Said): Promise<Ballot> => {
    const { row, place } = register.peek(run);
    const [, domain] = run.split('/');
    const { ballot, next } = cast(place.approval, fingerprint, said, interestedIn(row, domain), clock.now());
    const deed = deeds.said(run, fingerprint, said, ballot);
    if (next === undefined) audit.write(deed);
    else {
      write(run, next, deed);
      wake(run);
      tell(row.id, newsOfSaying(row, run, said, clock.now()));
    }
    return ballot;
  };

  return {
    say,
    async ask(run, fingerprint, { quorum, within }) {
      const { row, place } = register.peek(run);
      if (place.approval?.fingerprint === fingerprint) return place.approval;
      const now = clock.now();
      const asked: Approval = {
        status: 'asked',
        fingerprint,
        needed: quorum,
        votes: [],
        askedAt: now,
        until: new Date(now.getTime() + within),
        askedVersion: row.version + 1,
      };
      const news = newsOfAsking(row, run, fingerprint, now);
      write(run, asked, deeds.approvalAsked(run, asked));
      tell(row.id, news);
      return asked;
    },
    async approveShown(id, version, by) {
      const shown = askedFor(register.peek(id).row).filter(({ approval }) => approval.askedVersion <= version);
      const ballots = [];
      for (const { domain, approval } of shown)
        ballots.push({ domain, ballot: await say(domainRun(id, domain), approval.fingerprint, { says: 'yes', by }) });
      return ballots;
    },
    async discount(run, person, why) {
      const { approval } = register.peek(run).place;
      if (approval !== undefined)
        write(run, without(approval, person), deeds.voteDiscounted(run, person, approval.fingerprint, why));
    },
    async askAgain(run, by) {
      const { approval } = register.peek(run).place;
      if (approval === undefined || (approval.status !== 'rejected' && approval.until > clock.now())) return false;
      write(run, undefined, deeds.askedAgain(run, by, approval.fingerprint));
      wake(run);
      return true;
    },
  };
}
