import { hours, type Ports, type SecretPlace } from '@enablement/core';
import { type Request, type Response, Router } from 'express';
import type { FormGuard } from '../http/csrf.ts';
import { Interrupted, only } from '../http/failures.ts';
import { formOf, readBody } from '../http/form.ts';
import { tokenOf, wellFormed } from '../http/token.ts';
import { expired, nothingHere } from '../pages/notice.ts';
import { type Page, send } from '../pages/page.ts';
import { readAnswer } from './answer.ts';
import { cancelledPage, type HandOff, handOffPage, revealLostPage, thanksPage } from './page.ts';

/** The setup is done between opening the page and returning the values. */
const FORM_LIFETIME = hours(24);

type Needs = Pick<Ports, 'links' | 'register' | 'vault' | 'network' | 'clock' | 'settings'>;

/** The page that the e-mail to Acrobits leads to. Opening it changes nothing but the audit; each of its two forms works once. */
export function acrobitsPages(ports: Needs, guard: FormGuard): Router {
  const router = Router();

  router.get('/acrobits/:token', async (req, res) => {
    const opened = await open(ports, guard, req, res);
    if (!('page' in opened) && req.method === 'GET') await ports.links.openedAcrobits(tokenOf(req));
    send(res, 'page' in opened ? opened.page : handOffPage(opened));
  });

  router.post('/acrobits/:token/reveal', readBody, guard.check, async (req, res) => {
    const opened = await open(ports, guard, req, res);
    send(res, 'page' in opened ? opened.page : await reveal(ports, opened, req));
  });

  router.post('/acrobits/:token/answer', readBody, guard.check, async (req, res) => {
    const opened = await open(ports, guard, req, res);
    send(res, 'page' in opened ? opened.page : await answer(ports, opened, req));
  });

  // Reloading or bookmarking what a form answered leads back to the page.
  router.get(['/acrobits/:token/reveal', '/acrobits/:token/answer'], (req, res) => {
    res.redirect(303, `/acrobits/${encodeURIComponent(tokenOf(req).reveal())}`);
  });
  router.all('/acrobits/:token', only('GET, HEAD'));
  router.all(['/acrobits/:token/reveal', '/acrobits/:token/answer'], only('GET, HEAD, POST'));
  return router;
}

const place = (enablement: string): SecretPlace => ({ owner: enablement, field: 'client secret' });

/** The hand-off, or the page that says why it does not open. */
async function open(ports: Needs, guard: FormGuard, req: Request, res: Response): Promise<HandOff | { readonly page: Page }> {
  const token = tokenOf(req);
  const link = wellFormed(token) ? await ports.links.lookAcrobits(token) : undefined;
  const enablement = link && (await ports.register.get(link.enablement));
  if (link === undefined || enablement === undefined) return { page: nothingHere('Acrobits') };
  if (enablement.status === 'cancelled') return { page: cancelledPage() };
  if (link.expires <= ports.clock.now()) return { page: expired('Acrobits') };
  const kept = await ports.vault.look(place(enablement.id));
  return {
    link,
    enablement,
    csrf: guard.seal(req, res, FORM_LIFETIME),
    path: `/acrobits/${token.reveal()}`,
    secretKept: kept !== undefined && !kept.destroyed,
  };
}

/** Exactly one caller wins the claim, and only the winner's answer carries the secret. */
async function reveal(ports: Needs, handOff: HandOff, req: Request): Promise<Page> {
  if (!handOff.secretKept) return handOffPage(handOff, { status: 409, outcome: 'no secret' });
  if (!(await ports.links.claimReveal(tokenOf(req)))) {
    const revealedAt = handOff.link.revealedAt ?? ports.clock.now();
    return handOffPage({ ...handOff, link: { ...handOff.link, revealedAt } }, { status: 409, outcome: 'already revealed' });
  }
  // From here the reveal is spent: a person must know it when the vault fails now.
  const secret = await ports.vault.open(place(handOff.enablement.id)).catch((error: unknown) => {
    throw new Interrupted(revealLostPage(), error);
  });
  if (secret === undefined) throw new Interrupted(revealLostPage(), new Error('the secret was destroyed meanwhile'));
  return handOffPage(handOff, { secret, outcome: 'revealed' });
}

async function answer(ports: Needs, handOff: HandOff, req: Request): Promise<Page> {
  const { enablement, link } = handOff;
  const tooLate = () =>
    handOffPage(handOff, {
      status: 409,
      outcome: 'already answered',
      said: 'The values were already answered. What you sent now was not kept.',
    });
  if (link.answeredAt !== undefined) return tooLate();
  const form = formOf(req);
  const { cloudId = '', messagingHost = '' } = form;
  const returned = await readAnswer(ports, enablement.id, form);
  if (!returned.ok)
    return handOffPage(handOff, {
      status: 422,
      outcome: 'problems',
      problems: returned.problems,
      typed: { cloudId, messagingHost },
    });
  const { apiKey, ...values } = returned.value;
  if (!(await ports.register.answer(enablement.id, values, apiKey))) return tooLate();
  return thanksPage(enablement.prerequisites.cspCompany);
}
