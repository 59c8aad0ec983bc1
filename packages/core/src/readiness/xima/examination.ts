import type { XimaTarget } from '../../environments/environment.ts';
import type { Examination } from '../examine.ts';
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
