import { setTimeout as sleep } from 'node:timers/promises';
import { type Duration, seconds } from '@enablement/core';
import { Router } from 'express';

export type Healthy = () => Promise<unknown>;

const LIMIT: Duration = seconds(2);

/** `{"ok":true}` when the database answers within two seconds, else 503: known phones are served all the same. */
export function serveHealth(healthy: Healthy): Router {
  const router = Router();
  router.get('/healthz', async (_req, res) => {
    const stop = new AbortController();
    const answered = healthy().then(
      () => true,
      () => false,
    );
    const ok = await Promise.race([answered, sleep(LIMIT, false, { signal: stop.signal, ref: false }).catch(() => false)]);
    stop.abort();
    res.status(ok ? 200 : 503).json({ ok });
  });
  return router;
}
