import { decide, hours, type Ports, type SignInPage } from '@enablement/core';
import { type Request, type Response, Router } from 'express';
import type { FormGuard } from '../http/csrf.ts';
import { only } from '../http/failures.ts';
import { formOf, readBody } from '../http/form.ts';
import { tokenOf, wellFormed } from '../http/token.ts';
import { confirmationCode, wrongCode } from '../pages/code.ts';
import { expired, nothingHere } from '../pages/notice.ts';
import { type Page, send } from '../pages/page.ts';
import { askingPage, codePage, guessedPage, type Shown, shownPage } from './page.ts';

/** Longer than any link lives. */
const FORM_LIFETIME = hours(1);

type Needs = Pick<Ports, 'signInPages' | 'clock'>;

/** The page that shows one person a sign-in code, once. Opening it changes nothing; the form does. */
export function signInCodePages(ports: Needs, guard: FormGuard, sessionTalkProvider: string | undefined): Router {
  const router = Router();

  router.get('/phone/:token', async (req, res) => {
    const page = await open(ports, req);
    send(res, 'status' in page ? page : askingPage(shown(ports, guard, page, req, res)));
  });

  router.post('/phone/:token', readBody, guard.check, async (req, res) => {
    const page = await open(ports, req);
    if ('status' in page) return send(res, page);
    const refuse = (problem: string) =>
      send(res, askingPage({ ...shown(ports, guard, page, req, res), problems: { code: problem } }));
    const typed = confirmationCode.safeParse(formOf(req).code);
    if (!typed.success) return refuse(typed.error.issues[0]?.message ?? '');
    const revealed = await ports.signInPages.reveal(tokenOf(req), typed.data);
    if (revealed.outcome === 'wrong code') return refuse(wrongCode(revealed.left));
    if (revealed.outcome !== 'revealed') return send(res, closed(revealed.outcome));
    const { code, expires } = revealed;
    send(res, codePage({ page, code, expires, sessionTalkProvider }));
  });

  router.all('/phone/:token', only('GET, HEAD, POST'));
  return router;
}

/** The page, or the one that says why it does not open. */
async function open({ signInPages, clock }: Needs, req: Request): Promise<SignInPage | Page> {
  const token = tokenOf(req);
  const page = wellFormed(token) ? await signInPages.look(token) : undefined;
  const decision = decide(page, true, true, clock.now());
  if (decision.outcome !== 'accept') return closed(decision.outcome);
  return page ?? closed('unknown');
}

const shown = (ports: Needs, guard: FormGuard, page: SignInPage, req: Request, res: Response): Shown => ({
  page,
  csrf: guard.seal(req, res, FORM_LIFETIME),
  action: req.path,
  now: ports.clock.now(),
});

function closed(outcome: Exclude<ReturnType<typeof decide>['outcome'], 'accept'>): Page {
  switch (outcome) {
    case 'used':
      return shownPage();
    case 'expired':
      return expired('somebody with a phone');
    case 'locked':
    case 'wrong code':
      return guessedPage();
    case 'not wanted':
    case 'unknown':
      return nothingHere('somebody with a phone');
  }
}
