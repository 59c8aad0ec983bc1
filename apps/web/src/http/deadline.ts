import { type Duration, seconds } from '@enablement/core';
import type { RequestHandler } from 'express';
import { tooSlow } from '../pages/notice.ts';
import { send } from '../pages/page.ts';

/** Nobody looks at a spinning browser for longer: whatever is waited for (database, DNS), the person gets an answer. */
export function deadline(limit: Duration = seconds(20)): RequestHandler {
  return (_req, res, next) => {
    const timer = setTimeout(() => {
      if (!res.headersSent) send(res, tooSlow());
    }, limit);
    res.once('close', () => clearTimeout(timer));
    next();
  };
}
