import express, { type Response, Router } from 'express';
import type { Desk } from './desk.ts';
import type { Subscriber } from './subscriptions/subscribe.ts';
import { SWITCHES, switchNames, turn } from './switches.ts';

/** The company's part of the control plane: its assumptions, and the repair of subscriptions that Acrobits runs now and then. */
export function controlRoutes(desk: Desk, subscriber: Pick<Subscriber, 'repair'>): Router {
  const routes = Router();
  const showSwitches = (response: Response): void => {
    const { switches } = desk.state;
    response.json(
      switchNames.map((name) => {
        const { label, why, choices } = SWITCHES[name];
        return { name, value: switches[name], label, why, choices: Object.fromEntries(choices) };
      }),
    );
  };
  routes.get('/_mock/switches', (_request, response) => showSwitches(response));
  routes.post('/_mock/switches', express.json(), (request, response) => {
    try {
      turn(desk.state.switches, request.body);
    } catch (error) {
      response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
      return;
    }
    desk.changed();
    showSwitches(response);
  });
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
