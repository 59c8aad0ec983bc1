import { checkEnvironment, type DriftPorts, type Report } from '@enablement/core';
import type { ReadinessReports } from '@enablement/gateways/postgres';

/** Checks an enabled environment and keeps the report, so that its page shows it. */
export async function checkNow(ports: DriftPorts, reports: ReadinessReports, id: string): Promise<Report | undefined> {
  const enablement = await ports.register.get(id);
  const report = enablement && (await checkEnvironment(ports, enablement));
  if (report !== undefined) await reports.keep(id, report);
  return report;
}
