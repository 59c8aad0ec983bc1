import type { Preset } from '@enablement/mock-kit';

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (title: string): string => `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`;
const json = { 'content-type': 'application/json' };

/** Longer than any client of ours waits. */
const tooLong = 120_000;

/** What may come instead of the answer, each to be ordered by name: `POST /_mock/faults {"preset":"expired","times":1}`. */
export const BAD_DAYS = {
  expired: {
    label: 'Any operation: 401, the token has expired in the middle of a run',
    why: 'a correction in Acrobits’ own tool of 2026-05-04',
    fault: {
      operation: '*',
      status: 401,
      headers: json,
      body: { code: 401, message: 'The access token provided has expired' },
    },
  },
  guard: {
    label: 'Any operation: 403, an HTML page of a network guard',
    why: 'a public hardening tool for NetSapiens servers',
    fault: { operation: '*', status: 403, headers: html, body: page('Forbidden') },
  },
  portal: {
    label: 'Any operation: 404, an HTML page of a host that has no API',
    why: 'open-source clients fall back to v1 then',
    fault: { operation: '*', status: 404, headers: html, body: page('Not found') },
  },
  'log-in page': {
    label: 'Any operation: 200, an HTML page that asks for a log-in',
    why: 'a wrong host may be somebody else’s web site',
    fault: { operation: '*', status: 200, headers: html, body: page('Log in') },
  },
  failure: {
    label: 'Any operation: 500, and nothing is done',
    why: 'the vendor’s own load tool repeats 5xx',
    fault: { operation: '*', status: 500 },
  },
  'gateway page': {
    label: 'Any operation: done, and then a 502 page takes the place of its answer',
    why: 'something in front of a core may give up on it',
    fault: { operation: '*', status: 502, after: true, headers: html, body: page('Bad gateway') },
  },
  'hang up': {
    label: 'Any operation: the connection breaks, and nothing is done',
    why: 'the vendor’s own load tool repeats ECONNRESET',
    fault: { operation: '*', drop: true },
  },
  'answer lost': {
    label: 'Any operation: done, and the connection breaks',
    why: 'networks do',
    fault: { operation: '*', drop: true, after: true },
  },
  silence: {
    label: 'Any operation: no answer for two minutes',
    why: 'wide queries are heavy; the vendor’s own load tool waits 30 seconds',
    fault: { operation: '*', delayMs: tooLong, drop: true },
  },
} as const satisfies Record<string, Preset>;
