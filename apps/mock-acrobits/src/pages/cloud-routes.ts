import type { Faults } from '@enablement/mock-kit';
import { type Request, type Response, Router } from 'express';
import type { Desk } from '../desk.ts';
import { OUTCOMES } from '../outcomes.ts';
import { baseOf, type Cloud, findCloud, findDomain, type ProvisionedDomain } from '../state.ts';
import type { Subscriber } from '../subscriptions/subscribe.ts';
import { switchNames, turn } from '../switches.ts';
import { cloudsPage } from './clouds-page.ts';
import { eventsPage } from './events-page.ts';
import { form, lostPage, onlyTexts, show } from './respond.ts';
import { switchesPage } from './switches-page.ts';

export interface CloudPageParts {
  readonly desk: Desk;
  readonly subscriber: Pick<Subscriber, 'subscribe' | 'repair'>;
  readonly ownHost: () => string;
  /** The outcomes that were ordered for the next provisioning calls. */
  readonly outcomes: () => Pick<Faults, 'order' | 'waiting' | 'clear'>;
}

const MOST_TIMES = 99;

/** What the messaging server does, as a person sees it: cloudIds with their domains, events, and how the next calls shall go. */
export function cloudRoutes({ desk, subscriber, ownHost, outcomes }: CloudPageParts): Router {
  const routes = Router();

  routes.get('/clouds', (request, response) => {
    const filed = findCloud(desk.state, textOf(request.query.filed))?.cloudId;
    show(response, 200, cloudsPage({ state: desk.state, ownHost: ownHost(), waiting: outcomes().waiting(), filed }));
  });

  routes.post('/clouds/next', form, (request: Request, response: Response) => {
    const { outcome = '', times = '' } = onlyTexts(request.body, ['outcome', 'times']);
    if (outcome === '') outcomes().clear();
    else if (!Object.hasOwn(OUTCOMES, outcome)) return show(response, 422, lostPage(`There is no outcome “${outcome}”.`));
    else outcomes().order({ preset: outcome, times: Math.min(Math.max(Math.trunc(Number(times)) || 1, 1), MOST_TIMES) });
    response.redirect(303, '/clouds');
  });

  routes.post('/clouds/repair', form, (_request: Request, response: Response) => {
    // The page shows how it goes; nobody has to wait for a NetSapiens that is away.
    void subscriber.repair();
    response.redirect(303, '/clouds');
  });

  type Place = { cloudId: string; domain: string };
  const withDomain =
    (act: (cloud: Cloud, domain: ProvisionedDomain, request: Request<Place>) => void) =>
    (request: Request<Place>, response: Response): void => {
      const cloud = findCloud(desk.state, request.params.cloudId);
      const domain = cloud && findDomain(cloud, request.params.domain);
      if (cloud === undefined || domain === undefined) show(response, 404, lostPage('There is no such domain.'));
      else {
        act(cloud, domain, request);
        response.redirect(303, '/clouds');
      }
    };

  routes.post(
    '/clouds/:cloudId/domains/:domain/subscribe',
    form,
    withDomain((cloud, domain) => subscriber.subscribe(cloud, domain)),
  );

  routes.post(
    '/clouds/:cloudId/domains/:domain/exclude',
    form,
    withDomain((cloud, domain, request) => {
      domain.excluded = onlyTexts(request.body, ['excluded']).excluded === 'yes';
      desk.changed();
      if (domain.officeManager !== undefined) subscriber.subscribe(cloud, domain);
    }),
  );

  routes.get('/events', (request, response) => {
    const cloudId = baseOf(textOf(request.query.cloudId));
    show(response, 200, eventsPage(desk.state.posts, cloudId));
  });

  routes.get('/switches', (request, response) => {
    show(response, 200, switchesPage(desk.state.switches, request.query.saved !== undefined));
  });

  routes.post('/switches', form, (request: Request, response: Response) => {
    try {
      turn(desk.state.switches, onlyTexts(request.body, switchNames));
    } catch (error) {
      return show(response, 422, lostPage(error instanceof Error ? error.message : String(error)));
    }
    desk.changed();
    response.redirect(303, '/switches?saved');
  });
  return routes;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
