import { Refused } from '../errors.ts';
import type { PeoplesRegister, Register, Team } from '../ports/register.ts';
import type { RunKey } from './state.ts';

/**
 * What people of one workspace can do in the register: their own runs are there, all others are not. A new run belongs to their
 * workspace. Guarded here once, so that no command or button has to think of it.
 */
export function registerOfTeam(register: Register, team: Team): PeoplesRegister {
  const isOurs = async (run: RunKey) => (await register.get(run.split('/')[0] ?? ''))?.team === team;
  const ours = async (run: RunKey): Promise<void> => {
    if (!(await isOurs(run))) throw new Refused('This run belongs to another workspace.', 'Ask there.');
  };
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
    async correct(id, ...change) {
      await ours(id);
      return register.correct(id, ...change);
    },
    async cancel(id, by) {
      await ours(id);
      return register.cancel(id, by);
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
