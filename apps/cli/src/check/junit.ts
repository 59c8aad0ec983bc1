import { type Finding, type Report, tallyOf } from '@enablement/core';
import { XMLBuilder } from 'fast-xml-parser';

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, attributeNamePrefix: '@', suppressEmptyNode: true });

/** JUnit XML as CI servers read it: a suite a report, a case a check. What is unknown counts as skipped. */
export function asJunit(reports: readonly Report[]): string {
  const suites = reports.map((report) => {
    const { failed, unknown } = tallyOf(report.findings);
    return {
      '@name': `${report.kind} ${report.name}`,
      '@tests': report.findings.length,
      '@failures': failed,
      '@skipped': unknown,
      '@errors': 0,
      '@time': (report.endedAt.getTime() - report.startedAt.getTime()) / 1_000,
      '@timestamp': report.startedAt.toISOString(),
      testcase: report.findings.map(asCase),
    };
  });
  return builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, testsuites: { testsuite: suites } });
}

const asCase = ({ target, check, title, status, severity, owner, expected, seen, fix }: Finding) => ({
  '@classname': target,
  '@name': `${check}: ${title}`,
  ...(status === 'failed' && {
    failure: { '@message': clean(seen), '@type': severity, '#text': clean(`Expected: ${expected}\n${fix} (${owner})`) },
  }),
  ...(status === 'unknown' && { skipped: { '@message': clean(`${seen} ${fix}`) } }),
});

/** Characters that XML 1.0 does not have. What hosts say is in these texts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
