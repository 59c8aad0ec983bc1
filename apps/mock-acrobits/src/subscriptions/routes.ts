import { Router } from 'express';
import type { Desk } from '../desk.ts';
import type { Subscriber } from './subscribe.ts';

/** `POST /_mock/repair`: the repair of subscriptions that Acrobits runs now and then; answers with what it found and did, domain by domain. */
export function repairRoutes(desk: Desk, subscriber: Pick<Subscriber, 'repair'>): Router {
  const routes = Router();
  routes.post('/_mock/repair', async (_request, response) => {
    await subscriber.repair();
    response.json(
      desk.state.clouds.flatMap(({ cloudId, domains }) =>
        domains.map(({ domain, subscriptions: { status, detail, changes } }) => ({ cloudId, domain, status, detail, changes })),
      ),
    );
  });
  return routes;
}
