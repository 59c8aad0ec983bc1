import { randomBytes } from 'node:crypto';
import { seconds, Unreachable } from '@enablement/core';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { nothingHere, ourFault, tooLarge, tryLater, unreadable, type Whose, wrongMethod } from '../pages/notice.ts';
import { type Page, send } from '../pages/page.ts';
import { formOf } from './form.ts';
import { type Log, routeOf } from './log.ts';

export const notFound: RequestHandler = (req, res) => send(res, nothingHere(whose(req)));

export const only = (allowed: string): RequestHandler => {
  return (_req, res) => send(res, wrongMethod(allowed));
};

/** Something failed where only the place of failure knows what to tell the person. Carries that page; the cause goes to the log. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly page: Page;

  constructor(page: Page, cause: unknown) {
    super(page.title, { cause });
    this.page = page;
  }
}

/** The last word on everything that was thrown: a page that says what to do, and for our own bugs a number that is in the log. */
export function answerFailures(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    // Too late for a page: Express then closes the connection.
    if (res.headersSent) return next(error);
    send(res, pageFor(error, req, log));
  };
}

function pageFor(error: unknown, req: Request, log: Log): Page {
  if (error instanceof Unreachable) {
    log(`unreachable ${req.method} ${routeOf(req)}: ${error.message}`);
    return tryLater(Math.max(1, Math.ceil((error.retryAfter ?? seconds(10)) / seconds(1))));
  }
  if (error instanceof Interrupted) {
    log(`interrupted ${req.method} ${routeOf(req)}, ${error.page.outcome}: ${describe(error.cause, req)}`);
    return error.page;
  }
  // An address that is not percent-encoding: as unknown as any other.
  if (error instanceof URIError) return nothingHere(whose(req));
  const status = clientError(error);
  if (status === 413) return tooLarge();
  if (status !== undefined) return unreadable(status);
  const incident = randomBytes(4).toString('hex');
  log(`incident ${incident} ${req.method} ${routeOf(req)}: ${describe(error, req)}`);
  return ourFault(incident);
}

/** Errors of Express' body parser carry the status that the client deserves. */
function clientError(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** For the log. A database driver may quote what it was given, so what this request carried is taken out. */
function describe(error: unknown, req: Request): string {
  const text = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : `thrown ${typeof error}`;
  const carried = [...Object.values(req.params), ...Object.values(formOf(req))].flat();
  return carried.filter((value) => value.length > 3).reduce((safe, value) => safe.replaceAll(value, '[left out]'), text);
}

function whose(req: Request): Whose {
  if (req.path.startsWith('/s/')) return 'somebody in Slack';
  if (req.path.startsWith('/runs/')) return 'a reader';
  if (req.path.startsWith('/audit/')) return 'an auditor';
  return req.path.startsWith('/acrobits/') ? 'Acrobits' : 'anybody';
}
