import { type Duration, hours, minutes } from '../duration.ts';
import type { Ports } from '../enablement/ports.ts';
import { domainRun, type Enablement } from '../enablement/state.ts';
import type { Environment } from '../environments/environment.ts';
import type { Drifts, Watched } from '../ports/drifts.ts';
import type { XimaRegister } from '../ports/xima.ts';
import { type ReadinessPorts, reportOnEnvironment } from '../readiness/acrobits/examination.ts';
import type { Finding, Report } from '../readiness/report.ts';
import { examineNow, type XimaPorts } from '../xima/workflow.ts';
import { agedAllowlist } from './allowlist.ts';

/** A look takes 20 seconds at most; what takes longer than this died. */
const LEASE = minutes(10);
/** While something is wrong it is looked at more often, so that a card closes soon after it was mended. */
const WHILE_OPEN = hours(1);

/** Wrong log-ins are counted, and too many lock an account: with a wrong password nobody hurries. */
const isWrongPassword = ({ check, status }: Finding): boolean =>
  status === 'failed' && (check === 'xima-api-user' || check === 'office-manager-password');

export interface DriftPorts extends ReadinessPorts, Pick<XimaPorts, 'vault' | 'declared'> {
  readonly xima: XimaRegister;
  readonly register: Ports['register'];
  readonly drifts: Drifts;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** When the addresses of the firewall list were last read from their source; `undefined` when there is no list. */
  readonly allowlistReadAt?: Date | undefined;
}

/**
 * Looks at everything that is due, and says how much that was. May die anywhere: what was looked at is looked at again.
 * @param every how often each thing is looked at; moved by a tenth at most, so that not everything comes at the same time
 */
export async function recheckDue(ports: DriftPorts, every: Duration): Promise<number> {
  const due = await ports.drifts.due(LEASE, Math.min(every, WHILE_OPEN));
  for (const watched of due) {
    const report = await lookAgain(ports, watched);
    if (report === 'gone') await ports.drifts.forget(watched);
    else {
      const open = report === 'cannot look' ? false : await ports.drifts.found(watched, report);
      const hurry = open && report !== 'cannot look' && !report.findings.some(isWrongPassword);
      const pause = hurry ? Math.min(every, WHILE_OPEN) : every;
      const jittered = pause * (0.9 + 0.2 * ports.random());
      await ports.drifts.next(watched, new Date(ports.clock.now().getTime() + jittered));
    }
  }
  return due.length;
}

async function lookAgain(ports: DriftPorts, watched: Watched): Promise<Report | 'gone' | 'cannot look'> {
  if ('xima' in watched) {
    const check = await ports.xima.get(watched.xima);
    if (check === undefined || check.status === 'closed') return 'gone';
    // While a round is on its way, it tells by itself.
    return check.status === 'checked' ? ((await examineNow(ports, watched.xima)) ?? 'cannot look') : 'cannot look';
  }
  const enablement = await ports.register.get(watched.enablement);
  if (enablement === undefined || enablement.status !== 'enabled') return 'gone';
  return (await checkEnvironment(ports, enablement)) ?? 'cannot look';
}

/** Looks at an enabled environment now; `undefined` when a secret that is needed for it is gone. Takes 20 seconds at most. */
export async function checkEnvironment(
  ports: Omit<DriftPorts, 'drifts' | 'xima' | 'random'>,
  enablement: Enablement,
): Promise<Report | undefined> {
  const environment = await environmentOf(ports, enablement, ports.declared);
  if (environment === undefined) return undefined;
  const report = await reportOnEnvironment(environment, ports);
  const { allowlistReadAt: readAt, clock } = ports;
  const aged = readAt === undefined ? [] : [agedAllowlist(environment.cloudId, readAt, clock.now())];
  return { ...report, findings: [...report.findings, ...aged] };
}

/**
 * An enabled environment as readiness sees it, with the secrets that are kept of it; `undefined` when one that is needed is gone. What
 * the file declares about the same portal is known beyond that: ports, a key to look with, credentials.
 */
export async function environmentOf(
  { vault }: Pick<Ports, 'vault'>,
  { id, prerequisites, answer, domains }: Enablement,
  declared: readonly Environment[] = [],
): Promise<Environment | undefined> {
  const more = declared.find(({ portalUrl }) => portalUrl === prerequisites.portalUrl);
  const [clientSecret, apiKey, netsapiensKey] = await Promise.all([
    vault.open({ owner: id, field: 'client secret' }),
    vault.open({ owner: id, field: 'API key' }),
    vault.open({ owner: id, field: 'NetSapiens API key' }),
  ]);
  if (answer === undefined || clientSecret === undefined) return undefined;
  const { portalUrl, coreHost, clientId } = prerequisites;
  return {
    cloudId: answer.cloudId,
    portalUrl,
    coreHost,
    clientId,
    clientSecret,
    messaging: apiKey && { host: answer.messagingHost, apiKey },
    netsapiensKey: netsapiensKey ?? more?.netsapiensKey,
    corePort: more?.corePort,
    coreTlsPort: more?.coreTlsPort,
    domains: await Promise.all(
      domains
        .filter(({ status }) => status === 'synchronized')
        .map(async ({ domain, officeManagerLogin: login }) => {
          // There only while a domain is being provisioned again; afterwards it is destroyed.
          const password = await vault.open({ owner: domainRun(id, domain), field: 'Office Manager password' });
          const kept = login !== undefined && password ? { login, password } : undefined;
          return { domain, officeManager: kept ?? more?.domains?.find((one) => one.domain === domain)?.officeManager };
        }),
    ),
  };
}
