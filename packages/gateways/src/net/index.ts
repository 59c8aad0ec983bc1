export { answersInTime } from './answers-in-time.ts';
export { explainFailedStart } from './failed-start.ts';

import { type Duration, type Network, seconds, Unreachable } from '@enablement/core';
import { createGuardedAgent } from './connect.ts';
import { createFetch, type Fetch } from './fetch.ts';
import { createGuard } from './guard.ts';
import { askTheSystem, type Resolver } from './resolver.ts';

export type { Fetch } from './fetch.ts';
export type { Resolver } from './resolver.ts';
export { type Served, serve } from './serve.ts';

export interface NetOptions {
  /** Development only (`ALLOW_PRIVATE_HOSTS=1`): vendor hosts may be on this machine or in a private network, and speak http there. */
  readonly allowPrivateHosts?: boolean;
  /** For a whole call, 10 seconds unless given. */
  readonly timeout?: Duration;
  readonly resolver?: Resolver;
  /** A further certificate authority (PEM). */
  readonly ca?: string;
}

/** The one way out: every address that a person gave is called and looked up through this. */
export interface Net extends Network {
  readonly fetch: Fetch;
  /** Closes the connections that are kept open. */
  close(): Promise<void>;
}

export function createNet({
  allowPrivateHosts = false,
  timeout = seconds(10),
  resolver = askTheSystem,
  ca,
}: NetOptions = {}): Net {
  const guard = createGuard({ allowPrivateHosts, resolver });
  const agent = createGuardedAgent(guard, { connectTimeout: timeout, ca });

  return {
    fetch: createFetch(agent, timeout),
    close: () => agent.destroy(),
    async resolve(host) {
      const addresses = await within(timeout, host, guard.lookUp(host));
      if (addresses.length === 0) return { resolved: 'nothing' };
      const address = guard.offender(addresses);
      return address === undefined ? { resolved: 'public', addresses } : { resolved: 'private', address };
    },
  };
}

async function within<T>(limit: Duration, host: string, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () =>
      reject(
        new Unreachable(`The name server did not answer in time for ${host}.`, 'If it stays so, check the DNS of this machine.'),
      ),
    limit,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
