import { answersInTime } from '@enablement/gateways/net';
import { Router } from 'express';

export type Healthy = () => Promise<unknown>;

/** `{"ok":true}` when the database answers within two seconds, else 503. */
export function serveHealth(healthy: Healthy): Router {
  const router = Router();
  router.get('/healthz', async (_req, res) => {
    const ok = await answersInTime(healthy);
    res.status(ok ? 200 : 503).json({ ok });
  });
  return router;
}
