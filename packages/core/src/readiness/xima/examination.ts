import type { XimaTarget } from '../../environments/environment.ts';
import { type Examination, type ExaminePorts, examine, reportOn } from '../examine.ts';
import type { Report } from '../report.ts';
import { ximaChecks } from './checks.ts';
import { type KnownClient, lookForXima, type XimaLookPorts, type XimaSeen } from './look.ts';

/**
 * Whether Xima CCaaS can work with these values. `known` are the OAuth clients of other applications, since each must have its own.
 */
export const examineForXima = (
  target: XimaTarget,
  ports: XimaLookPorts,
  known: readonly KnownClient[] = [],
): Examination<XimaSeen> => ({
  target: target.domain,
  looks: lookForXima(target, ports, known),
  checks: ximaChecks(target),
});

/** Whether Xima can work with these values. Changes nothing, and takes 20 seconds at most. */
export const reportOnXima = (
  target: XimaTarget,
  ports: XimaLookPorts & ExaminePorts,
  known: readonly KnownClient[] = [],
): Promise<Report> =>
  reportOn({ kind: 'xima', name: target.domain }, [(given) => examine(examineForXima(target, ports, known), given)], ports);
