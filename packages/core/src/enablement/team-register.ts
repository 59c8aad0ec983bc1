import { Refused } from '../errors.ts';
import type { Approvals } from '../ports/approvals.ts';
import type { Correspondence } from '../ports/correspondence.ts';
import type { PeoplesRegister, Register, Team } from '../ports/register.ts';
import type { RunKey } from './state.ts';

/**
 * What people of one workspace can do in the register: their own runs are there, all others are not. A new run belongs to their
 * workspace. Guarded here once, so that no command or button has to think of it.
 */
export function registerOfTeam(register: Register, team: Team): PeoplesRegister {
  const { isOurs, ours } = guard(register, team);
  return {
    async request(request, by, room, requestId) {
      const requested = await register.request(request, by, room, requestId, team);
      if (await isOurs(requested.id)) return requested;
      throw new Refused(
        'This environment is handled in another Slack workspace that uses this app, and an environment is enabled once.',
        'Ask whoever runs this app where that is.',
      );
    },
    async get(id) {
      const known = await register.get(id);
      return known?.team === team ? known : undefined;
    },
    list: (filter) => register.list({ ...filter, team }),
    find: (search) => register.find({ ...search, team }),
    async companies(ids) {
      const own = new Set((await register.list({ team })).map(({ id }) => id));
      return register.companies((ids ?? [...own]).filter((id) => own.has(id)));
    },
    answered: async (id) => ((await isOurs(id)) ? register.answered(id) : undefined),
    async correct(id, ...change) {
      await ours(id);
      return register.correct(id, ...change);
    },
    async cancel(id, by) {
      await ours(id);
      return register.cancel(id, by);
    },
    async correctAnswer(id, ...change) {
      await ours(id);
      return register.correctAnswer(id, ...change);
    },
    async skip(id, ...skipped) {
      await ours(id);
      return register.skip(id, ...skipped);
    },
    async snooze(id, ...until) {
      await ours(id);
      return register.snooze(id, ...until);
    },
    async takeOver(id, by) {
      await ours(id);
      return register.takeOver(id, by);
    },
    async want(id, ...wanted) {
      await ours(id);
      return register.want(id, ...wanted);
    },
    async nudge(run, ...why) {
      await ours(run);
      return register.nudge(run, ...why);
    },
  };
}

/** What people of one workspace say about their own runs. */
export function approvalsOfTeam(
  register: Register,
  approvals: Approvals,
  team: Team,
): Pick<Approvals, 'say' | 'approveShown' | 'askAgain'> {
  const { ours } = guard(register, team);
  return {
    async say(run, ...said) {
      await ours(run);
      return approvals.say(run, ...said);
    },
    async approveShown(id, ...shown) {
      await ours(id);
      return approvals.approveShown(id, ...shown);
    },
    async askAgain(run, by) {
      await ours(run);
      return approvals.askAgain(run, by);
    },
  };
}

/** Letters about their own runs. */
export function correspondenceOfTeam(register: Register, letters: Correspondence, team: Team): Pick<Correspondence, 'order'> {
  const { ours } = guard(register, team);
  return {
    async order(id, ...letter) {
      await ours(id);
      return letters.order(id, ...letter);
    },
  };
}

function guard(register: Pick<Register, 'get'>, team: Team) {
  const isOurs = async (run: RunKey) => (await register.get(run.split('/')[0] ?? ''))?.team === team;
  const ours = async (run: RunKey): Promise<void> => {
    if (!(await isOurs(run))) throw new Refused('This run belongs to another workspace.', 'Ask there.');
  };
  return { isOurs, ours };
}
