import express, { Router } from 'express';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Staff } from './staff.ts';

const staffBody = z.strictObject({ auto: z.boolean().optional(), delayMs: z.int().min(0).max(3_600_000).optional() });

/** The staff's part of the control plane: whether it answers by itself, how long it takes its time, and what it has done. */
export function staffRoutes(desk: Desk, staff: Pick<Staff, 'look' | 'stop'>): Router {
  const routes = Router();
  routes.get('/_mock/staff', (_request, response) => {
    response.json(desk.state.staff);
  });
  routes.post('/_mock/staff', express.json(), (request, response) => {
    const read = staffBody.safeParse(request.body ?? {});
    if (!read.success) {
      response.status(400).json({ type: 'about:blank', status: 400, title: z.prettifyError(read.error) });
      return;
    }
    const { auto = desk.state.staff.auto, delayMs = desk.state.staff.delayMs } = read.data;
    Object.assign(desk.state.staff, { auto, delayMs });
    desk.changed();
    if (auto) staff.look();
    else staff.stop();
    response.json({ auto, delayMs });
  });
  return routes;
}
