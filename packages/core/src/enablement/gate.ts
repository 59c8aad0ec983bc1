import { Unreachable } from '../errors.ts';
import type { Right } from '../people/roles.ts';
import { judge } from '../people/standing.ts';
import type { Person, Team } from '../ports/register.ts';
import { type Approval, interestedIn } from './approval.ts';
import type { Plan } from './plan.ts';
import type { Ports } from './ports.ts';
import type { Enablement, RunKey } from './state.ts';
import type { Problem, Waiting } from './told-run.ts';

type Needs = Pick<Ports, 'approvals' | 'people' | 'clock' | 'policy'>;

/**
 * Asked in the step that sends, just before it does: have enough people agreed to exactly these values, who may agree, are not those
 * who ordered them, and did it in time? Nothing when they have. May run twice: it asks once, and then only looks.
 */
export async function notApproved(
  ports: Needs,
  enablement: Enablement,
  run: RunKey,
  plan: Plan,
): Promise<Problem | Waiting | undefined> {
  const [, domain] = run.split('/');
  let approval = await ports.approvals.ask(run, plan.fingerprint, ports.policy.approval);
  const interested = interestedIn(enablement, domain);
  for (const { by } of approval.votes) {
    const why = interested.includes(by) ? 'answers for it now' : await whyNot(ports, enablement.team, by, 'approve what leaves');
    if (why !== undefined) await ports.approvals.discount(run, by, why);
  }
  const { glassBroken } = approval;
  if (glassBroken !== undefined) {
    const why = await whyNot(ports, enablement.team, glassBroken.by, 'go past the approvers');
    if (why !== undefined) await ports.approvals.discount(run, glassBroken.by, why);
  }
  approval = await ports.approvals.ask(run, plan.fingerprint, ports.policy.approval);
  return verdict(approval, domain, ports.clock.now());
}

function verdict(approval: Approval, domain: string | undefined, now: Date): Problem | Waiting | undefined {
  const what = domain === undefined ? 'what Acrobits will be told' : `the provisioning of ${domain}`;
  if (approval.status === 'rejected')
    return {
      problem: `An approver rejected it: “${approval.rejected?.reason}”`,
      todo: 'Correct the values, and it is asked again. If they are right, talk to the approver and press “Try again”.',
      asks: 'approval',
    };
  if (approval.status === 'approved' && (approval.until > now || approval.glassBroken !== undefined)) return undefined;
  if (approval.until <= now)
    return {
      problem: approval.status === 'approved' ? 'The approval is too old to count.' : 'Nobody approved it in time.',
      todo: 'Press “Try again”, and the approvers are asked once more.',
      asks: 'approval',
    };
  const missing = approval.needed - approval.votes.length;
  return {
    waiting: missing === 1 ? 'an approver' : `${missing} approvers`,
    until: approval.until.getTime(),
    reminder: `Please look at ${what}: the card shows it, and waits for “Approve” or “Reject”.`,
  };
}

async function whyNot({ people }: Needs, team: Team, person: Person, right: Right): Promise<string | undefined> {
  const verdict = judge(right, await people.standing(person, team));
  if (verdict.may) return undefined;
  if (verdict.why === 'unsure')
    throw new Unreachable(
      'It cannot be found out now whether those who approved may still approve, so nothing was sent.',
      'It is asked again by itself. If it stays so, look whether Slack works and whether the app may read users and user groups.',
    );
  return verdict.why === 'no role'
    ? 'has no role any more that may approve'
    : verdict.why === 'guest'
      ? 'is a guest now'
      : 'has left';
}
