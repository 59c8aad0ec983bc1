import { Refused } from '../errors.ts';
import type { Team } from '../ports/register.ts';
import type { PeoplesXima, XimaRegister } from '../ports/xima.ts';

/**
 * What people of one workspace can do with checks for Xima. A new one belongs to their workspace; where there are several, those of
 * others are not there. Guarded here once, so that no command or button has to think of it.
 */
export function ximaOfTeam(xima: XimaRegister, team: Team, several: boolean): PeoplesXima {
  const get: PeoplesXima['get'] = async (id) => {
    const known = await xima.get(id);
    return !several || known?.team === team ? known : undefined;
  };
  const isOurs = async (id: string) => (await get(id)) !== undefined;
  return {
    get,
    list: async () => (await xima.list()).filter((check) => !several || check.team === team),
    async request(...given) {
      const requested = await xima.request(...given, team);
      if (await isOurs(requested.id)) return requested;
      throw new Refused(
        'This domain is checked for Xima in another Slack workspace that uses this app.',
        'Ask whoever runs this app where that is.',
      );
    },
    correct: async (id, ...change) => (await isOurs(id)) && xima.correct(id, ...change),
    again: async (id, by) => (await isOurs(id)) && xima.again(id, by),
    close: async (id, by) => (await isOurs(id)) && xima.close(id, by),
    async handOver(id, ...given) {
      if (await isOurs(id)) return xima.handOver(id, ...given);
      throw new Refused('This check belongs to another Slack workspace.', 'Ask the people there.');
    },
  };
}
