import type { Request, RequestHandler } from 'express';

export type Log = (line: string) => void;

/** One line a request: method, route as it is written in the code (never the token), status, time. */
export function logRequests(log: Log): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    res.once('close', () => {
      const status = res.writableFinished ? String(res.statusCode) : 'gone';
      log(`${req.method} ${routeOf(req)} ${status} ${Math.round(performance.now() - began)}ms`);
    });
    next();
  };
}

export function routeOf(req: Request): string {
  const route: unknown = req.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? path : '-';
}
