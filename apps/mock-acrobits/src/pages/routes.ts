import { fileURLToPath } from 'node:url';
import express, { type Request, type Response, Router } from 'express';
import type { Desk } from '../desk.ts';
import { bareHost, cloudIdText, fileHandOff, handOff } from '../filing.ts';
import type { Staff } from '../staff/staff.ts';
import type { Cloud } from '../state.ts';
import { type CloudPageParts, cloudRoutes } from './cloud-routes.ts';
import { inboxPage } from './inbox-page.ts';
import { letterPage } from './letter-page.ts';
import { form, lostPage, onlyTexts, show } from './respond.ts';
import { SET_UP_FIELDS, setUpPage } from './set-up-page.ts';

export interface PageParts extends CloudPageParts {
  readonly desk: Desk;
  readonly staff: Pick<Staff, 'look' | 'stop'>;
  /** Called when a hand-off was filed under this cloud. */
  readonly filed: (cloud: Cloud) => void;
}

/** The desk as a person sees it. */
export function pageRoutes({ desk, staff, filed, ...parts }: PageParts): Router {
  const routes = Router();
  routes.use('/desk', express.static(fileURLToPath(new URL('./static/', import.meta.url)), { index: false }));
  routes.use(cloudRoutes({ desk, ...parts }));

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

  routes.get('/set-up', (request, response) => {
    const cloudId = typeof request.query.cloudId === 'string' ? request.query.cloudId : '';
    show(response, 200, setUpPage({ values: { cloudId }, errors: {} }));
  });

  routes.post('/set-up', form, (request: Request, response: Response) => {
    const names = SET_UP_FIELDS.map(({ name }) => name);
    const values = onlyTexts(request.body, names);
    const read = handOff.extend({ cloudId: cloudIdText.optional(), messagingHost: bareHost.optional() }).safeParse({
      ...values,
      cloudId: values.cloudId?.trim() || undefined,
      messagingHost: values.messagingHost?.trim() || undefined,
    });
    if (!read.success) {
      const errors = Object.fromEntries(read.error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
      return show(response, 422, setUpPage({ values, errors }));
    }
    const { cloudId, messagingHost, ...handedOver } = read.data;
    const filing = fileHandOff(desk.state, handedOver, cloudId);
    if ('refused' in filing) return show(response, 422, setUpPage({ values, errors: { cloudId: filing.refused } }));
    if (messagingHost !== undefined) filing.filed.messagingHost = messagingHost;
    filed(filing.filed);
    response.redirect(303, `/clouds?filed=${encodeURIComponent(filing.filed.cloudId)}`);
  });

  routes.post('/staff', form, (request: Request, response: Response) => {
    desk.state.staff.auto = onlyTexts(request.body, ['auto']).auto === 'yes';
    desk.changed();
    if (desk.state.staff.auto) staff.look();
    else staff.stop();
    response.redirect(303, '/');
  });
  return routes;
}
