import { type Clock, type Probes, seconds, type Timer } from '@enablement/core';
import { createGuardedAgent } from '../net/connect.ts';
import { createGuard } from '../net/guard.ts';
import { askTheSystem, type Resolver } from '../net/resolver.ts';
import { createLookUps } from './dns/look-up.ts';
import { askDns, type Records } from './dns/records.ts';
import { get } from './https/get.ts';
import { askSip } from './sip/ask.ts';
import { lookAtTls } from './tls/handshake.ts';
import { findWay } from './way.ts';

export type { Records } from './dns/records.ts';

export interface ProbeOptions {
  readonly clock: Clock;
  /** Development only (`ALLOW_PRIVATE_HOSTS=1`): hosts may be on this machine or in a private network. */
  readonly allowPrivateHosts?: boolean;
  readonly resolver?: Resolver;
  readonly records?: Records;
  /** A further certificate authority (PEM). */
  readonly ca?: string;
}

/** All that is looked at from outside, behind the one guard. */
export function createProbes(options: ProbeOptions): Probes & { close(): Promise<void> } {
  const { clock, allowPrivateHosts = false, resolver = askTheSystem, records = askDns(), ca } = options;
  const guard = createGuard({ allowPrivateHosts, resolver });
  const agent = createGuardedAgent(guard, { connectTimeout: seconds(10), ca });
  return {
    ...createLookUps(guard, records),
    tls: (host, port, look) => lookAtTls(() => findWay(guard, host, 'https:'), host, port, { ca }, look),
    https: (url, look) => get(agent, clock, url, look),
    sip: (target, look) => askSip(guard, target, { ca }, look),
    close: () => agent.destroy(),
  };
}

export const systemTimer: Timer = {
  after(duration, act) {
    const timer = setTimeout(act, duration);
    return () => clearTimeout(timer);
  },
};
