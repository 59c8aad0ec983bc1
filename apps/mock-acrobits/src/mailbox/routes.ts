import express, { Router } from 'express';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Mailbox } from './mailbox.ts';

const faultsBody = z.strictObject({
  down: z.boolean().default(false),
  reject: z
    .string()
    .regex(/^[45]\d\d( .*)?$/, 'is an SMTP answer such as "451 try later"')
    .nullish()
    .transform((line) => line ?? undefined),
  hangMs: z.int().min(0).max(600_000).optional(),
  times: z.int().min(1).optional(),
});

/** The mailbox's part of the control plane: what arrived, and its faults. Each POST replaces all faults; `{}` heals. */
export function mailboxRoutes(desk: Desk, mailbox: Mailbox): Router {
  const routes = Router();
  routes.get('/_mock/mailbox', (_request, response) => {
    response.json(desk.state.letters);
  });
  routes.post(['/_mock/mailbox/down', '/_mock/mailbox/faults'], express.json(), async (request, response) => {
    const read = faultsBody.safeParse(request.body ?? {});
    if (!read.success) {
      response.status(400).json({ type: 'about:blank', status: 400, title: z.prettifyError(read.error) });
      return;
    }
    await mailbox.break(read.data);
    response.json(mailbox.faults);
  });
  return routes;
}
