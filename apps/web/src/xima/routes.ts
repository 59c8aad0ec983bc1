import { hours, type Ports, type XimaRegister, ximaPlace } from '@enablement/core';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { FormGuard } from '../http/csrf.ts';
import { Interrupted, only } from '../http/failures.ts';
import { formOf, readBody } from '../http/form.ts';
import { tokenOf, wellFormed } from '../http/token.ts';
import { confirmationCode, wrongCode } from '../pages/code.ts';
import { expired, nothingHere } from '../pages/notice.ts';
import { type Page, send } from '../pages/page.ts';
import { closedPage, lockedPage, revealLostPage, type Sheet, sheetPage } from './page.ts';

const FORM_LIFETIME = hours(24);

type Needs = Pick<Ports, 'vault' | 'clock'> & { readonly xima: XimaRegister };

/** The page for whoever sets up Xima. Opening it changes nothing but the audit; it shows both secrets once. */
export function ximaPages(ports: Needs, guard: FormGuard): Router {
  const router = Router();

  router.get('/xima/:token', async (req, res) => {
    const opened = await open(ports, guard, req, res);
    if (!('notice' in opened) && req.method === 'GET') await ports.xima.openedHandOver(tokenOf(req));
    send(res, 'notice' in opened ? opened.notice : sheetPage(opened));
  });

  router.post('/xima/:token/reveal', readBody, guard.check, async (req, res) => {
    const opened = await open(ports, guard, req, res);
    send(res, 'notice' in opened ? opened.notice : await reveal(ports, opened, req));
  });

  // Reloading or bookmarking what the form answered leads back to the page.
  router.get('/xima/:token/reveal', (req, res) => {
    res.redirect(303, `/xima/${encodeURIComponent(tokenOf(req).reveal())}`);
  });
  router.all('/xima/:token', only('GET, HEAD'));
  router.all('/xima/:token/reveal', only('GET, HEAD, POST'));
  return router;
}

/** The sheet, or the page that says why it does not open. */
async function open(ports: Needs, guard: FormGuard, req: Request, res: Response): Promise<Sheet | { readonly notice: Page }> {
  const token = tokenOf(req);
  const page = wellFormed(token) ? await ports.xima.lookHandOver(token) : undefined;
  const check = page && (await ports.xima.get(page.check));
  if (page === undefined || check === undefined) return { notice: nothingHere('whoever sets up Xima') };
  if (check.status === 'closed') return { notice: closedPage() };
  const now = ports.clock.now();
  if (page.expires <= now) return { notice: expired('whoever sets up Xima') };
  return { page, check, csrf: guard.seal(req, res, FORM_LIFETIME), path: `/xima/${token.reveal()}`, now };
}

/** Exactly one caller wins the claim, and only the winner's answer carries the secrets. */
async function reveal(ports: Needs, sheet: Sheet, req: Request): Promise<Page> {
  const { check } = sheet;
  if (check.clientSecretFingerprint === undefined || check.passwordFingerprint === undefined)
    return sheetPage(sheet, { status: 409, outcome: 'no secrets' });
  const code = z.object({ code: confirmationCode }).safeParse(formOf(req));
  if (!code.success)
    return sheetPage(sheet, { status: 422, outcome: 'problems', problems: { code: code.error.issues[0]?.message ?? '' } });
  const claim = await ports.xima.claimHandOver(tokenOf(req), code.data.code);
  if (claim.outcome === 'wrong code')
    return sheetPage(sheet, { status: 422, outcome: 'problems', problems: { code: wrongCode(claim.left) } });
  if (claim.outcome === 'locked') return lockedPage();
  if (claim.outcome === 'used') {
    const revealedAt = sheet.page.revealedAt ?? ports.clock.now();
    return sheetPage({ ...sheet, page: { ...sheet.page, revealedAt } }, { status: 409, outcome: 'already revealed' });
  }
  if (claim.outcome !== 'accept') return closedPage();
  // From here the reveal is spent: a person must know it when the vault fails now.
  const [clientSecret, password] = await Promise.all([
    ports.vault.open(ximaPlace(check.id, 'api_client_secret')),
    ports.vault.open(ximaPlace(check.id, 'api_password')),
  ]).catch((error: unknown) => {
    throw new Interrupted(revealLostPage(), error);
  });
  if (clientSecret === undefined || password === undefined)
    throw new Interrupted(revealLostPage(), new Error('a secret was destroyed meanwhile'));
  return sheetPage(sheet, { secrets: { clientSecret, password }, outcome: 'revealed' });
}
