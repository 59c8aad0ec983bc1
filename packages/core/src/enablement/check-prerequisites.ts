import { Unreachable } from '../errors.ts';
import type { Network } from '../ports/network.ts';
import type { Platform } from '../ports/platform.ts';
import { examineEnvironment } from '../readiness/acrobits/examination.ts';
import { createLogIns } from '../readiness/acrobits/log-ins.ts';
import { examine } from '../readiness/examine.ts';
import { Secret } from '../secret.ts';
import type { Ports } from './ports.ts';
import type { Prerequisites } from './request.ts';
import type { Done, Problem } from './told-run.ts';

/** Without these, nothing of what Acrobits is asked for could work. */
const GATE = [
  'portal-address',
  'portal-reachable',
  'portal-certificate',
  'portal-answers',
  'portal-redirect',
  'portal-api',
  'oauth-client',
  'core-address',
] as const;
/** What needs no person when it passes by itself: a server that is being started again. */
const PASSES: ReadonlySet<string> = new Set(['portal-reachable', 'portal-answers']);
/** Some platforms do not say whether a client or a user was wrong; that holds nobody up. */
const MAY_STAY_UNKNOWN: ReadonlySet<string> = new Set(['oauth-client']);
const LOOKS = ['portalAddress', 'portalTls', 'portalAnswer', 'version', 'coreAddress'] as const;

/**
 * Step 3: portal URL and core hostname are two separate values, both required (Acrobits marketplace requirements,
 * Configuration Prerequisites). The checks are those of every report; the ones that would stop everything else stop it here.
 */
export async function checkPrerequisites(
  ports: Pick<Ports, 'platform' | 'probes' | 'inspection' | 'vault' | 'clock' | 'timer'>,
  { portalUrl, coreHost, clientId }: Prerequisites,
  id: string,
): Promise<Done | Problem> {
  const clientSecret = await ports.vault.open({ owner: id, field: 'client secret' });
  // Acrobits has not named the cloudId yet.
  const environment = { cloudId: id, portalUrl, coreHost, clientId, clientSecret: clientSecret ?? new Secret('') };
  const { looks, checks, target } = examineEnvironment(environment, ports, createLogIns(environment, ports.inspection));
  const bugs: unknown[] = [];
  const findings = await examine(
    { target, looks, checks, only: clientSecret === undefined ? LOOKS : [...LOOKS, 'client'] },
    { ...ports, onBug: (error) => bugs.push(error) },
  );
  if (bugs.length > 0) throw bugs[0];
  const gate = GATE.map((check) => findings.find((one) => one.check === check)).filter((one) => one !== undefined);

  const failed = gate.filter(({ status }) => status === 'failed');
  const lasting = failed.filter(({ check }) => !PASSES.has(check));
  if (lasting.length > 0)
    return {
      problem: lasting.map(({ seen }) => seen).join(' '),
      todo: `${lasting.map(({ fix }) => fix).join(' ')} Correct the values, or have it mended and press “Try again”.`,
    };
  const waiting = failed[0] ?? gate.find(({ check, status }) => status === 'unknown' && !MAY_STAY_UNKNOWN.has(check));
  if (waiting !== undefined) throw new Unreachable(waiting.seen, waiting.fix);
  const version = findings.find(({ check }) => check === 'netsapiens-version')?.seen;
  return { done: `portal speaks API v2 (${version}); core ${coreHost} resolves` };
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
