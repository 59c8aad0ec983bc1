import type { Environment, Softphone } from '@enablement/core';

interface Phone {
  readonly cloudId: string;
  readonly device: string;
}

/** The installations that asked last. */
const MOST = 200_000;
/** Another replica may have given it something else meanwhile. */
const LOOKED_UP_AGAIN = 60_000;

/**
 * What an installation is known to have, in memory: the very objects that its account was made of. As long as they are the same there
 * is nothing to look up or to compare. Bounded in time, since replicas do not tell each other.
 */
export function createLastGiven(now: () => number = performance.now.bind(performance)) {
  const given = new Map<string, { softphone: Softphone; environment: Environment; until: number }>();
  const keyOf = ({ cloudId, device }: Phone) => `${cloudId} ${device}`;
  return {
    is(phone: Phone, softphone: Softphone, environment: Environment): boolean {
      const last = given.get(keyOf(phone));
      return last !== undefined && last.softphone === softphone && last.environment === environment && now() < last.until;
    },
    set(phone: Phone, softphone: Softphone, environment: Environment): void {
      const key = keyOf(phone);
      given.delete(key);
      given.set(key, { softphone, environment, until: now() + LOOKED_UP_AGAIN });
      if (given.size > MOST) for (const oldest of given.keys()) return void given.delete(oldest);
    },
    drop: (phone: Phone): void => void given.delete(keyOf(phone)),
  };
}
export type LastGiven = ReturnType<typeof createLastGiven>;
