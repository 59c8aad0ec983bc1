import { unfitHost } from './check-prerequisites.ts';
import type { Ports } from './ports.ts';
import type { Done, Problem } from './told-run.ts';

/**
 * Step 6: validates what Acrobits returned and makes it the environment's values, also when no domain wants messaging
 * (Acrobits marketplace requirements, Acrobits Response Values). May run twice: it stores the same values again.
 */
export async function storeAnswer(
  ports: Pick<Ports, 'register' | 'vault' | 'network' | 'settings'>,
  enablement: string,
): Promise<Done | Problem> {
  const answer = await ports.register.answered(enablement);
  const todo = 'Press “Let Acrobits answer again”, and ask them to return the values once more through the page in our e-mail.';
  if (answer === undefined) return { problem: 'Acrobits’ values are not here.', todo };
  const holder = await ports.register.holderOfCloudId(answer.cloudId, enablement);
  if (holder !== undefined) {
    const ours = holder.team === (await ports.register.get(enablement))?.team;
    const who = ours ? holder.company : 'an environment of another workspace';
    return {
      problem: `Acrobits returned cloudId ${answer.cloudId}, which ${who} already has; each environment has its own.`,
      todo,
    };
  }
  const unfit = await unfitHost(ports, hostOnly(answer.messagingHost), 'messaging');
  if (unfit !== undefined) return { problem: unfit.problem, todo };
  await ports.register.enable(enablement, answer);
  return { done: `cloudId ${answer.cloudId}, messaging host ${answer.messagingHost}` };
}

export function hostOnly(hostAndPort: string): string {
  return hostAndPort.startsWith('[') ? hostAndPort.replace(/\]:\d+$/, ']') : hostAndPort.replace(/:\d+$/, '');
}
