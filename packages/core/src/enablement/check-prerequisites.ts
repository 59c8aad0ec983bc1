import type { Network } from '../ports/network.ts';
import type { Platform } from '../ports/platform.ts';
import type { Ports } from './ports.ts';
import type { Prerequisites } from './request.ts';
import type { Enablement } from './state.ts';
import type { Done, Problem } from './told-run.ts';

/**
 * Step 3: portal URL and core hostname are two separate values, both required (Acrobits marketplace requirements,
 * Configuration Prerequisites). The portal must answer over HTTPS and speak API v2; the core hostname must resolve.
 */
export async function checkPrerequisites(
  ports: Pick<Ports, 'platform' | 'network' | 'settings'>,
  prerequisites: Prerequisites,
): Promise<Done | Problem> {
  const [portal, core] = await Promise.all([
    checkPortal(ports, prerequisites.portalUrl),
    checkCore(ports, prerequisites.coreHost),
  ]);
  const problems = [portal, core].flatMap((result) => ('problem' in result ? [result.problem] : []));
  if (problems.length > 0)
    return { problem: problems.join(' '), todo: 'Correct the values, or have it mended and press “Try again”.' };
  return { done: [portal, core].map((result) => ('done' in result ? result.done : '')).join('; ') };
}

/** The values as step 1 tells them; told otherwise, they were corrected since. */
export function gathered({ prerequisites }: Pick<Enablement, 'prerequisites'>): string {
  return `portal ${prerequisites.portalUrl}, core ${prerequisites.coreHost}, client ID ${prerequisites.clientId}`;
}

async function checkPortal(ports: Parameters<typeof checkPrerequisites>[0], portalUrl: string): Promise<Done | Problem> {
  const host = new URL(portalUrl).hostname;
  const unfit = await unfitHost(ports, host, 'portal');
  if (unfit !== undefined) return unfit;
  const portal = await ports.platform.portal(portalUrl);
  switch (portal.answer) {
    case 'speaks v2':
      return { done: `portal speaks API v2 (${portal.version})` };
    case 'no version':
      return { done: 'portal speaks API v2 (too old to tell its version)' };
    case 'not an API host':
      return {
        problem: `${host} answered, but not as the NetSapiens API (${portal.seen}). Some platforms serve portal and API on different hosts.`,
        todo: 'Enter the host that serves /ns-api/v2.',
      };
  }
}

async function checkCore(ports: Parameters<typeof checkPrerequisites>[0], coreHost: string): Promise<Done | Problem> {
  return (await unfitHost(ports, coreHost, 'core')) ?? { done: `core ${coreHost} resolves` };
}

/** Why a host may not be called, or `undefined`. */
export async function unfitHost(
  ports: {
    readonly network: Network;
    readonly settings: Pick<Ports['settings'], 'allowPrivateHosts'>;
    readonly platform?: Platform;
  },
  host: string,
  role: 'portal' | 'core' | 'messaging',
): Promise<Problem | undefined> {
  const name = { portal: 'The portal host', core: 'The core hostname', messaging: 'The messaging server host' }[role];
  const found = await ports.network.resolve(host);
  if (found.resolved === 'nothing')
    return {
      problem: `${name} ${host} does not resolve to any address.`,
      todo: 'Check the spelling, and that it is in public DNS.',
    };
  if (found.resolved === 'private' && !ports.settings.allowPrivateHosts)
    return {
      problem: `${name} ${host} is a private address (${found.address}), which cannot be reached from outside.`,
      todo: 'Enter the public host.',
    };
  return undefined;
}
