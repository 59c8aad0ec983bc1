import type { Environment, EnvironmentDomain } from '../../environments/environment.ts';
import { type Examination, type ExaminePorts, examine, reportOn } from '../examine.ts';
import type { Report } from '../report.ts';
import { contactChecks } from './contact-checks.ts';
import { coreChecks } from './core-checks.ts';
import { domainChecks } from './domain-checks.ts';
import { type DomainSeen, lookAtDomain } from './domain-look.ts';
import { type EnvironmentLookPorts, type EnvironmentSeen, lookAtEnvironment } from './environment-look.ts';
import { createLogIns, type LogIns } from './log-ins.ts';
import { messagingChecks } from './messaging-checks.ts';
import { platformChecks } from './platform-checks.ts';
import { portalChecks } from './portal-checks.ts';
import { subscriptionChecks } from './subscription-checks.ts';

export interface ReadinessPorts extends EnvironmentLookPorts, ExaminePorts {}

/** Whether Cloud Softphone can work on this environment, and messaging in its domains. Changes nothing, and takes 20 seconds at most. */
export async function reportOnEnvironment(environment: Environment, ports: ReadinessPorts): Promise<Report> {
  const logIns = createLogIns(environment, ports.inspection);
  return await reportOn(
    { kind: 'acrobits', name: environment.cloudId },
    [
      (given) => examine(examineEnvironment(environment, ports, logIns), given),
      ...(environment.domains ?? []).map(
        (domain) => (given: ExaminePorts) => examine(examineDomain(environment, domain, ports, logIns), given),
      ),
    ],
    ports,
  );
}

export const examineEnvironment = (
  environment: Environment,
  ports: Omit<ReadinessPorts, 'timer'>,
  logIns: LogIns,
): Examination<EnvironmentSeen> => ({
  target: environment.cloudId,
  looks: lookAtEnvironment(environment, ports, logIns),
  checks: [
    ...portalChecks(environment, ports.clock),
    ...platformChecks(environment),
    ...coreChecks(environment),
    ...messagingChecks(environment, ports.clock),
    ...(environment.csp === undefined ? [] : contactChecks(environment.csp)),
  ],
});

export const examineDomain = (
  environment: Environment,
  domain: EnvironmentDomain,
  ports: ReadinessPorts,
  logIns: LogIns,
): Examination<DomainSeen> => ({
  target: `${environment.cloudId}/${domain.domain}`,
  looks: lookAtDomain(environment, domain, ports.inspection, logIns),
  checks: [
    ...domainChecks(domain),
    ...(environment.messaging === undefined ? [] : subscriptionChecks(environment.messaging.host, ports.clock)),
  ],
});
