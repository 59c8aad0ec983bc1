import express, { type Request, type Response, Router } from 'express';
import type { Desk } from './desk.ts';
import { callbackPassword, findCloud, noteCallback } from './state.ts';

const MODELS: Record<string, string> = { message: 'message', 'message-session': 'messagesession' };

/**
 * Where NetSapiens posts the events of the two subscriptions. A post is an array of objects; it carries no signature, so the
 * password in the address is all there is to know the sender by.
 */
export function callbackRoutes(desk: Desk): Router {
  const routes = Router();
  routes.post(
    ['/netsapiens/callbacks/:cloudId/message', '/netsapiens/callbacks/:cloudId/message-session'],
    express.json({ limit: '1mb', type: () => true, strict: false }),
    (request: Request<{ cloudId: string }>, response: Response) => {
      const cloud = findCloud(desk.state, request.params.cloudId);
      if (cloud === undefined) {
        response.status(404).json({ error: 'not_found', message: 'There is no such cloudId' });
        return;
      }
      const accepted = request.query.password === callbackPassword(cloud);
      const body: unknown = request.body;
      noteCallback(desk.state, {
        at: desk.now().toISOString(),
        cloudId: cloud.cloudId,
        model: MODELS[request.path.split('/').at(-1) ?? ''] ?? 'unknown',
        events: Array.isArray(body) ? body.length : 1,
        accepted,
      });
      desk.changed();
      if (accepted) response.status(200).json({});
      else response.status(401).json({ error: 'unauthorized', message: 'The password in the address is wrong' });
    },
  );
  return routes;
}
