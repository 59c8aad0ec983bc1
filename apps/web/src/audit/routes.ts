import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AuditPage, decide, hours, type Ports } from '@enablement/core';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { FormGuard } from '../http/csrf.ts';
import { only } from '../http/failures.ts';
import { formOf, readBody } from '../http/form.ts';
import { tokenOf, wellFormed } from '../http/token.ts';
import { confirmationCode, wrongCode } from '../pages/code.ts';
import { expired, nothingHere } from '../pages/notice.ts';
import { type Page, send } from '../pages/page.ts';
import { csv, json } from './export.ts';
import { downloadPage, guessedPage, type Shown } from './page.ts';

/** Longer than any link lives. */
const FORM_LIFETIME = hours(1);

const Wanted = z.object({ code: confirmationCode, format: z.enum(['CSV', 'JSON']).catch('CSV') });

type Needs = Pick<Ports, 'audit' | 'auditPages' | 'register' | 'clock'>;

/** The page on which one person downloads a part of the audit, as often as they like while the link lives. */
export function auditPages(ports: Needs, guard: FormGuard): Router {
  const router = Router();

  router.get('/audit/:token', async (req, res) => {
    const page = await open(ports, req);
    send(res, 'status' in page ? page : downloadPage(shown(ports, guard, page, req, res)));
  });

  router.post('/audit/:token', readBody, guard.check, async (req, res) => {
    const page = await open(ports, req);
    if ('status' in page) return send(res, page);
    const refuse = (problem: string) =>
      send(res, downloadPage({ ...shown(ports, guard, page, req, res), problems: { code: problem } }));
    const wanted = Wanted.safeParse(formOf(req));
    if (!wanted.success) return refuse(wanted.error.issues[0]?.message ?? '');
    const { code, format } = wanted.data;
    const decision = await ports.auditPages.open(tokenOf(req), code, format);
    if (decision.outcome === 'wrong code') return refuse(wrongCode(decision.left));
    if (decision.outcome !== 'accept') return send(res, closed(decision.outcome));
    await download(ports, page, format, res);
  });

  router.all('/audit/:token', only('GET, HEAD, POST'));
  return router;
}

/** The page, or the one that says why it does not open. */
async function open({ auditPages, clock }: Needs, req: Request): Promise<AuditPage | Page> {
  const token = tokenOf(req);
  const page = wellFormed(token) ? await auditPages.look(token) : undefined;
  const decision = decide(page, true, true, clock.now());
  if (decision.outcome !== 'accept') return closed(decision.outcome);
  return page ?? nothingHere('an auditor');
}

const shown = (ports: Needs, guard: FormGuard, page: AuditPage, req: Request, res: Response): Shown => ({
  page,
  csrf: guard.seal(req, res, FORM_LIFETIME),
  action: req.path,
  now: ports.clock.now(),
});

function closed(outcome: ReturnType<typeof decide>['outcome']): Page {
  if (outcome === 'expired') return expired('an auditor');
  return outcome === 'locked' ? guessedPage() : nothingHere('an auditor');
}

async function download(ports: Needs, page: AuditPage, format: 'CSV' | 'JSON', res: Response): Promise<void> {
  const now = ports.clock.now();
  const [head, companies] = await Promise.all([ports.audit.head(), ports.register.companies(page.enablements)]);
  const of = { page, companies, entries: ports.audit.entries(page.enablements), head, now };
  const name = `audit-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  res.attachment(`${name}.${format.toLowerCase()}`).type(format === 'CSV' ? 'text/csv; charset=utf-8' : 'application/json');
  await pipeline(Readable.from(format === 'CSV' ? csv(of) : json(of)), res);
}
