import type { Report } from '@enablement/core';
import { html } from '../pages/html.ts';
import { notice } from '../pages/notice.ts';
import type { Page } from '../pages/page.ts';
import { reportMarkup } from '../pages/report.ts';
import { moment } from '../pages/time.ts';

const FOR = { acrobits: 'Acrobits Cloud Softphone', xima: 'Xima CCaaS' } as const;

/** One readiness report, for reading, for printing and for sending on. It holds no secret. */
export function reportPage(report: Report, expires: Date): Page {
  const title = `Is ${report.name} ready for ${FOR[report.kind]}?`;
  return {
    status: 200,
    title,
    outcome: 'open',
    wide: true,
    body: html`
      <h1>${title}</h1>
      <p class="lead no-print">This page is open until ${moment(expires)}. To keep it, print it or save it as PDF; no secret is in it.</p>
      <section class="card" aria-labelledby="report-title">
        <h2 id="report-title">Result</h2>
        ${reportMarkup(report)}
      </section>
    `,
  };
}

export const noReportPage = (): Page =>
  notice({
    status: 404,
    title: 'There is no report yet',
    happened: 'What this link is about has not been checked, or is not there any more.',
    next: 'Ask whoever sent you here to check it, and open the link again.',
    outcome: 'no report',
  });
