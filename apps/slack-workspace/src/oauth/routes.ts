import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Slacks } from '../slacks.ts';
import { consentPage, refusalPage } from './pages.ts';

const Asked = z.object({
  client_id: z.string().default(''),
  scope: z.string().default(''),
  state: z.string().default(''),
  redirect_uri: z.string().optional(),
  team: z.string().optional(),
});
const Decided = Asked.extend({ decision: z.enum(['allow', 'cancel']), team: z.string() });

/** Slack's page of consent, on which somebody lets the app into their workspace (docs.slack.dev, installing with OAuth). */
export function consent(slacks: Slacks): Router {
  const router = express.Router();
  const { clientId, redirectUrls } = slacks.first.settings;
  router.use(express.urlencoded({ extended: false, limit: '20kb' }));

  /** Where the browser goes back to, or a sentence why nowhere: Slack sends people to registered addresses only. */
  const backTo = ({ client_id, redirect_uri }: z.infer<typeof Asked>): URL | string => {
    if (client_id !== clientId) return 'Slack knows no app with this client_id (invalid_client_id).';
    const registered = redirectUrls.find((one) => redirect_uri === undefined || redirect_uri.startsWith(one));
    if (registered === undefined) return 'The app has not registered this redirect_uri (bad_redirect_uri).';
    return new URL(redirect_uri ?? registered);
  };
  const show = (response: Response, status: number, html: string, form = "'none'") => {
    response.status(status).set({
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action ${form}`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    response.type('html').send(html);
  };

  router.get('/authorize', (request: Request, response: Response) => {
    const asked = Asked.parse(request.query);
    const back = backTo(asked);
    if (typeof back === 'string') return show(response, 400, refusalPage(back));
    // A browser holds the addresses that a form leads on to against the same rule.
    return show(response, 200, consentPage(slacks, asked), `'self' ${back.origin}`);
  });

  router.post('/authorize', (request: Request, response: Response) => {
    const decided = Decided.safeParse(request.body);
    const back = decided.success ? backTo(decided.data) : 'The page of consent was sent incompletely.';
    if (!decided.success || typeof back === 'string') return show(response, 400, refusalPage(String(back)));
    const { decision, team, scope, state } = decided.data;
    const slack = slacks.having(team);
    if (slack === undefined) return show(response, 400, refusalPage('There is no such workspace here.'));
    const admin = [...slack.workspace.people.values()].find((one) => one.admin);
    const scopes = scope.split(',').filter((one) => one !== '');
    if (decision === 'cancel') back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', slack.codes.issue({ team, user: admin?.id ?? '', scopes }));
    back.searchParams.set('state', state);
    return response.redirect(303, back.href);
  });
  return router;
}
