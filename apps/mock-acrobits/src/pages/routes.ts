import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { VNode } from 'preact';
import type { Desk } from '../desk.ts';
import { cloudIdText, fileHandOff, handOff } from '../filing.ts';
import type { Staff } from '../staff/staff.ts';
import { type Cloud, findCloud, findDomain } from '../state.ts';
import type { Subscriber } from '../subscriptions/subscribe.ts';
import { cloudsPage } from './clouds-page.ts';
import { html, render } from './html.ts';
import { inboxPage } from './inbox-page.ts';
import { layout } from './layout.ts';
import { letterPage } from './letter-page.ts';
import { SET_UP_FIELDS, setUpPage } from './set-up-page.ts';

export interface PageParts {
  readonly desk: Desk;
  readonly staff: Pick<Staff, 'look' | 'stop'>;
  readonly subscriber: Pick<Subscriber, 'subscribe'>;
  readonly ownHost: () => string;
  /** Called when a hand-off was filed under this cloud. */
  readonly filed: (cloud: Cloud) => void;
}

/** The desk as a person sees it. */
export function pageRoutes({ desk, staff, subscriber, ownHost, filed }: PageParts): Router {
  const routes = Router();
  const form = [sameSite, express.urlencoded({ extended: false, limit: '50kb' })];
  routes.use('/desk', express.static(fileURLToPath(new URL('./static/', import.meta.url)), { index: false }));

  routes.get('/', (_request, response) => show(response, 200, inboxPage(desk.state)));

  routes.get('/letters/:id', (request, response) => {
    const letter = desk.state.letters.find(({ id }) => id === request.params.id);
    if (letter === undefined) show(response, 404, lostPage('There is no such letter. The mailbox may have been reset.'));
    else show(response, 200, letterPage(letter, desk.state.staff));
  });

  routes.post('/letters/:id/again', form, (request: Request<{ id: string }>, response: Response) => {
    const { id } = request.params;
    const { staff: settings } = desk.state;
    // Who presses this wants the staff to answer; it could not, were it told to leave letters alone.
    settings.auto = true;
    if (settings.done[id] === 'given up') delete settings.done[id];
    desk.changed();
    staff.look();
    response.redirect(303, `/letters/${encodeURIComponent(id)}`);
  });

  routes.get('/clouds', (request, response) => {
    const filedUnder = typeof request.query.filed === 'string' ? findCloud(desk.state, request.query.filed)?.cloudId : undefined;
    show(response, 200, cloudsPage(desk.state, ownHost(), filedUnder));
  });

  routes.post(
    '/clouds/:cloudId/domains/:domain/subscribe',
    form,
    (request: Request<{ cloudId: string; domain: string }>, response: Response) => {
      const cloud = findCloud(desk.state, request.params.cloudId);
      const domain = cloud && findDomain(cloud, request.params.domain);
      if (cloud === undefined || domain === undefined) return show(response, 404, lostPage('There is no such domain.'));
      subscriber.subscribe(cloud, domain);
      response.redirect(303, '/clouds');
    },
  );

  routes.get('/set-up', (request, response) => {
    const cloudId = typeof request.query.cloudId === 'string' ? request.query.cloudId : '';
    show(response, 200, setUpPage({ values: { cloudId }, errors: {} }));
  });

  routes.post('/set-up', form, (request: Request, response: Response) => {
    const values = onlyTexts(request.body);
    const read = handOff
      .extend({ cloudId: cloudIdText.optional() })
      .safeParse({ ...values, cloudId: values.cloudId?.trim() || undefined });
    if (!read.success) {
      const errors = Object.fromEntries(read.error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
      return show(response, 422, setUpPage({ values, errors }));
    }
    const { cloudId, ...handedOver } = read.data;
    const filing = fileHandOff(desk.state, handedOver, cloudId);
    if ('refused' in filing) return show(response, 422, setUpPage({ values, errors: { cloudId: filing.refused } }));
    filed(filing.filed);
    response.redirect(303, `/clouds?filed=${encodeURIComponent(filing.filed.cloudId)}`);
  });

  routes.post('/staff', form, (request: Request, response: Response) => {
    desk.state.staff.auto = onlyTexts(request.body).auto === 'yes';
    desk.changed();
    if (desk.state.staff.auto) staff.look();
    else staff.stop();
    response.redirect(303, '/');
  });
  return routes;
}

/** A page elsewhere must not fill in our forms. Browsers say where a request comes from; programs say nothing and are let in. */
function sameSite(request: Request, response: Response, next: NextFunction): void {
  const from = request.get('sec-fetch-site');
  if (from === undefined || from === 'same-origin' || from === 'none') next();
  else show(response, 403, lostPage('This form was sent from another site. Please use the desk itself.'));
}

function show(response: Response, status: number, page: VNode): void {
  response
    .status(status)
    .set({
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type('html')
    .send(render(page));
}

function lostPage(sentence: string): VNode {
  const content = html`<h1>Not here</h1><p>${sentence}</p><p><a href="/">To the inbox</a></p>`;
  return layout({ title: 'Not here', at: '/', live: false, content });
}

function onlyTexts(body: unknown): Record<string, string> {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const known = new Set([...SET_UP_FIELDS.map(({ name }) => name), 'auto']);
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => known.has(field[0]) && typeof field[1] === 'string'),
  );
}
