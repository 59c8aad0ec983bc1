import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { NotPossible } from '../acts/person.ts';
import { isFields } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { Slacks } from '../slacks.ts';
import { acts } from './acts.ts';
import { happenings } from './happenings.ts';
import { live } from './live.ts';
import { Asked, questions } from './questions.ts';

/** Only this machine's own pages may press these buttons: a foreign page in the same browser has another origin. */
function sameOrigin(request: Request, response: Response, next: NextFunction): void {
  const origin = request.get('origin');
  if (origin === undefined || origin === `http://${request.get('host')}`) next();
  else response.status(403).json({ ok: false, error: 'This can only be asked by the page of this workspace.' });
}

function explain(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (error instanceof z.ZodError) response.status(400).json({ ok: false, error: z.prettifyError(error) });
  else if (error instanceof NotPossible) response.status(409).json({ ok: false, error: error.message });
  else next(error);
}

/** The workspace that the ids are of; the first one when they are of none, which then says so. */
function meant(slacks: Slacks, body: unknown): Slack {
  const { team, channel, user, group } = isFields(body) ? body : {};
  const ids = [team, channel, user, group].filter((id) => typeof id === 'string');
  return ids.map((id) => slacks.having(id)).find((slack) => slack !== undefined) ?? slacks.first;
}

/** `/_slack/…`: what tests and the page do in people's name, and what they make happen. */
export function control(slacks: Slacks): Router {
  const router = express.Router();
  router.use(sameOrigin, express.json({ limit: '15mb' }));
  for (const [name, run] of Object.entries({ ...acts, ...happenings })) {
    router.post(`/${name}`, async (request, response) => {
      const body: unknown = request.body ?? {};
      response.json(await run(meant(slacks, body), body, slacks));
    });
  }
  for (const [name, ask] of Object.entries(questions)) {
    router.get(`/${name}`, (request, response) => {
      const asked = Asked.parse(request.query);
      // A default channel must not decide whose modal or Home is meant.
      response.json(ask(meant(slacks, request.query), asked, slacks));
    });
  }
  router.get('/live', live(slacks));
  router.use(explain);
  return router;
}
