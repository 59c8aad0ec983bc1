import * as deeds from '../audit/approval-deeds.ts';
import { type Approval, cast, interestedIn, without } from '../enablement/approval.ts';
import { WRITE_TO_ACROBITS } from '../enablement/names.ts';
import { domainRun, type Enablement, type RunKey } from '../enablement/state.ts';
import { askedFor } from '../enablement/waits.ts';
import type { Approvals } from '../ports/approvals.ts';
import type { Clock } from '../ports/clock.ts';
import type { MemoryAudit } from './memory-audit.ts';
import type { MemoryRegister } from './memory-register.ts';

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
  const look = async (
    run: RunKey,
  ): Promise<{ enablement: Enablement; domain: string | undefined; approval: Approval | undefined }> => {
    const [id = '', domain] = run.split('/');
    const enablement = await register.get(id);
    if (enablement === undefined) throw new Error(`no enablement ${id}`);
    const place = domain === undefined ? enablement : enablement.domains.find((known) => known.domain === domain);
    return { enablement, domain, approval: place?.approval };
  };
  const wake = async (run: RunKey) => {
    const [id = '', domain] = run.split('/');
    register.wake(id, domain);
    if (domain !== undefined) return;
    for (const letter of (await register.get(id))?.letters ?? [])
      if (letter.sentAt === undefined) register.nudgeKey(WRITE_TO_ACROBITS, `${id}/${letter.kind}/${letter.number}`);
  };
  const say: Approvals['say'] = async (run, fingerprint, said) => {
    const { enablement, domain, approval } = await look(run);
    const { ballot, next } = cast(approval, fingerprint, said, interestedIn(enablement, domain), clock.now());
    if (next === undefined) audit.write(deeds.said(run, fingerprint, said, ballot));
    else {
      register.alter(
        run,
        (place) => {
          place.approval = next;
        },
        deeds.said(run, fingerprint, said, ballot),
      );
      await wake(run);
    }
    return ballot;
  };

  return {
    say,
    async ask(run, fingerprint, { quorum, within }) {
      const { enablement, approval } = await look(run);
      if (approval?.fingerprint === fingerprint) return approval;
      const now = clock.now();
      const asked: Approval = {
        status: 'asked',
        fingerprint,
        needed: quorum,
        votes: [],
        askedAt: now,
        until: new Date(now.getTime() + within),
        askedVersion: enablement.version + 1,
      };
      register.alter(
        run,
        (place) => {
          place.approval = asked;
        },
        deeds.approvalAsked(run, asked),
      );
      return asked;
    },
    async approveShown(id, version, by) {
      const enablement = await register.get(id);
      const shown =
        enablement === undefined ? [] : askedFor(enablement).filter(({ approval }) => approval.askedVersion <= version);
      const ballots = [];
      for (const { domain, approval } of shown)
        ballots.push({ domain, ballot: await say(domainRun(id, domain), approval.fingerprint, { says: 'yes', by }) });
      return ballots;
    },
    async discount(run, person, why) {
      const { approval } = await look(run);
      if (approval === undefined) return;
      register.alter(
        run,
        (place) => {
          place.approval = without(approval, person);
        },
        deeds.voteDiscounted(run, person, approval.fingerprint, why),
      );
    },
    async askAgain(run, by) {
      const { approval } = await look(run);
      if (approval === undefined || (approval.status !== 'rejected' && approval.until > clock.now())) return false;
      register.alter(
        run,
        (place) => {
          place.approval = undefined;
        },
        deeds.askedAgain(run, by, approval.fingerprint),
      );
      await wake(run);
      return true;
    },
  };
}
