import { type Declared, type ReadinessPorts, type Report, reportOnEnvironment, seconds } from '@enablement/core';
import { createMessagingInspection } from '@enablement/gateways/acrobits';
import { createNet } from '@enablement/gateways/net';
import { createInspection, createPlatform } from '@enablement/gateways/netsapiens';
import { createProbes, systemTimer } from '@enablement/gateways/probes';

export interface Checks {
  /** A report for each environment and target, all at the same time. */
  of(declared: Declared): readonly Promise<Report>[];
  close(): Promise<void>;
}

export function openChecks(env: NodeJS.ProcessEnv): Checks {
  const allowPrivateHosts = env.ALLOW_PRIVATE_HOSTS === '1';
  if (allowPrivateHosts && env.NODE_ENV === 'production')
    throw new Error('ALLOW_PRIVATE_HOSTS is for development only: remove it, or unset NODE_ENV=production.');
  const clock = { now: () => new Date() };
  const net = createNet({ allowPrivateHosts, timeout: seconds(5) });
  const probes = createProbes({ clock, allowPrivateHosts });
  const options = { fetch: net.fetch, clock };
  const ports: ReadinessPorts = {
    clock,
    timer: systemTimer,
    probes,
    platform: createPlatform(options),
    inspection: createInspection(options),
    messagingInspection: createMessagingInspection(options),
  };
  return {
    of: ({ environments }) => environments.map((environment) => reportOnEnvironment(environment, ports)),
    async close() {
      await Promise.all([net.close(), probes.close()]);
    },
  };
}
