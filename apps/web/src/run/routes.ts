import { type Enablement, hours, type Ports, type RunPage, type RunPages } from '@enablement/core';
import type { Names, RunReading } from '@enablement/gateways/postgres';
import { type Request, Router } from 'express';
import { only } from '../http/failures.ts';
import { tokenOf } from '../http/token.ts';
import { expired, nothingHere } from '../pages/notice.ts';
import { type Page, send } from '../pages/page.ts';
import type { Changes } from './changes.ts';
import { followRun } from './live.ts';
import { runPage } from './page.ts';
import { peopleIn } from './people.ts';

export interface RunNeeds {
  readonly runPages: Pick<RunPages, 'read'>;
  readonly reading: RunReading;
  readonly names: Pick<Names, 'of'>;
  readonly changes: Changes;
}

type Needs = RunNeeds & Pick<Ports, 'register' | 'clock'>;

/** Entries of the audit that a page tells; the whole of it is downloaded elsewhere. */
const MOST_ENTRIES = 200;
/** A stream that has no end is opened anew by the browser; an hour keeps what a server holds small. */
const LONGEST_STREAM = hours(1);

/** The run's page, for people without Slack: what the card shows, for as long as its signed address is good. It changes nothing. */
export function runPages(needs: Needs): Router {
  const router = Router();

  router.get('/runs/:token', async (req, res) => {
    const opened = await open(needs, req);
    if ('status' in opened) return send(res, opened);
    const { page, enablement } = opened;
    const entries = await needs.reading.lastEntries(enablement.id, MOST_ENTRIES);
    const names = await needs.names.of(peopleIn(enablement, entries));
    // This page alone asks us again by itself.
    res.set('Content-Security-Policy', `${res.get('Content-Security-Policy')};connect-src 'self'`);
    send(res, runPage({ enablement, entries, names, expires: page.expires }));
  });

  router.get('/runs/:token/live', async (req, res) => {
    const page = read(needs, req);
    if ('status' in page) return send(res, page);
    const left = page.expires.getTime() - needs.clock.now().getTime();
    const version = () => needs.reading.version(page.enablement);
    if (!followRun(res, { version, changes: needs.changes, until: Math.min(left, LONGEST_STREAM) }))
      res.status(503).set('Retry-After', '60').end();
  });

  router.all(['/runs/:token', '/runs/:token/live'], only('GET, HEAD'));
  return router;
}

/** What the address says, or the page that says why it does not open. */
function read({ runPages }: Needs, req: Request): RunPage | Page {
  const token = tokenOf(req);
  const page = runPages.read(token);
  if (page === undefined) return nothingHere('a reader');
  return page.expired ? expired('a reader') : page;
}

async function open(needs: Needs, req: Request): Promise<{ page: RunPage; enablement: Enablement } | Page> {
  const page = read(needs, req);
  if ('status' in page) return page;
  const enablement = await needs.register.get(page.enablement);
  return enablement === undefined ? nothingHere('a reader') : { page, enablement };
}
