import { type Acceptance, decide, hours, type Ports, type SecretLink, type XimaRegister } from '@enablement/core';
import { type Request, type Response, Router } from 'express';
import type { FormGuard } from '../http/csrf.ts';
import { only } from '../http/failures.ts';
import { formOf, readBody } from '../http/form.ts';
import { tokenOf, wellFormed } from '../http/token.ts';
import { wrongCode } from '../pages/code.ts';
import { expired, nothingHere, type Whose } from '../pages/notice.ts';
import { type Page, send } from '../pages/page.ts';
import { type About, about } from './about.ts';
import { readEntry } from './entry.ts';
import { entryPage, lockedPage, notWantedPage, receivedPage, type Shown, usedPage } from './page.ts';

/** Longer than a link that was asked for in Slack lives, so that a late form is told that it is late; short, so that a day's links do not fill the browser with cookies. */
const FORM_LIFETIME = hours(1);

type Needs = Pick<Ports, 'links' | 'register' | 'clock'> & { readonly xima: XimaRegister };

/** The one-time page of a secret. Opening it changes nothing but the audit, however often and by whomever; only the form does. */
export function secretPages(ports: Needs, guard: FormGuard): Router {
  const router = Router();

  router.get('/s/:token', async (req, res) => {
    const opened = await open(ports, req);
    if (!('page' in opened) && req.method === 'GET') await ports.links.opened(tokenOf(req));
    send(res, 'page' in opened ? opened.page : entryPage(shown(ports, guard, opened, req, res)));
  });

  router.post('/s/:token', readBody, guard.check, async (req, res) => {
    const opened = await open(ports, req);
    send(res, 'page' in opened ? opened.page : await take(ports, shown(ports, guard, opened, req, res), req));
  });

  router.all('/s/:token', only('GET, HEAD, POST'));
  return router;
}

type Opened = { readonly link: SecretLink; readonly about: About };

/** The link and what it belongs to, or the page that says why it does not open. */
async function open(ports: Needs, req: Request): Promise<Opened | { readonly page: Page }> {
  const token = tokenOf(req);
  const link = wellFormed(token) ? await ports.links.look(token) : undefined;
  const known = link && (await about(ports, link));
  const decision = decide(link, true, known?.wanted === true, ports.clock.now());
  if (decision.outcome !== 'accept') return { page: closed(decision.outcome, whoseIs(link)) };
  return link && known ? { link, about: known } : { page: closed('unknown', 'somebody in Slack') };
}

const shown = (ports: Needs, guard: FormGuard, opened: Opened, req: Request, res: Response): Shown => ({
  ...opened,
  csrf: guard.seal(req, res, FORM_LIFETIME),
  action: req.path,
  now: ports.clock.now(),
});

async function take(ports: Needs, page: Shown, req: Request): Promise<Page> {
  const form = formOf(req);
  const { code = '', officeManagerLogin } = form;
  const typed = { code, ...(officeManagerLogin === undefined ? {} : { officeManagerLogin }) };
  const entry = readEntry(page.link, form);
  if (!entry.ok) return entryPage({ ...page, problems: entry.problems, typed });
  const { value } = entry;
  const taken = await ports.links.accept(tokenOf(req), value.code, value.secret, value.officeManagerLogin);
  if (taken.outcome === 'accepted') return receivedPage(page.about, taken.fingerprint);
  if (taken.outcome !== 'wrong code') return closed(taken.outcome, whoseIs(page.link));
  return entryPage({ ...page, problems: { code: wrongCode(taken.left) }, typed: { ...typed, code: '' } });
}

const whoseIs = (link: SecretLink | undefined): Whose => (link?.handed ? 'a customer' : 'somebody in Slack');

function closed(outcome: Exclude<Acceptance['outcome'], 'accepted'>, whose: Whose): Page {
  switch (outcome) {
    case 'used':
      return usedPage(whose);
    case 'expired':
      return expired(whose);
    case 'locked':
    case 'wrong code':
      return lockedPage(whose);
    case 'not wanted':
      return notWantedPage();
    case 'unknown':
      return nothingHere(whose);
  }
}
