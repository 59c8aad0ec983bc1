import type { SignedPages } from '@enablement/core';
import type { ReadinessReports } from '@enablement/gateways/postgres';
import { Router } from 'express';
import { only } from '../http/failures.ts';
import { tokenOf } from '../http/token.ts';
import { expired, nothingHere } from '../pages/notice.ts';
import { send } from '../pages/page.ts';
import { noReportPage, reportPage } from './page.ts';

export interface ReportNeeds {
  readonly reportPages: Pick<SignedPages, 'read'>;
  readonly reports: Pick<ReadinessReports, 'last'>;
}

/** The last readiness report of one thing, for people without Slack, for as long as its signed address is good. It changes nothing. */
export function reportPages({ reportPages: pages, reports }: ReportNeeds): Router {
  const router = Router();
  router.get('/reports/:token', async (req, res) => {
    const page = pages.read(tokenOf(req));
    if (page === undefined) return send(res, nothingHere('a reader of a report'));
    if (page.expired) return send(res, expired('a reader of a report'));
    const report = await reports.last(page.subject);
    send(res, report === undefined ? noReportPage() : reportPage(report, page.expires));
  });
  router.all('/reports/:token', only('GET, HEAD'));
  return router;
}
