import type { Preset } from '@enablement/mock-kit';

const operation = 'provisionDomain';
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (title: string): string => `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1></html>`;

/** Longer than any client waits: ours gives Acrobits one minute. */
const FOREVER_MS = 300_000;

const UNDOCUMENTED = 'the requirements document 201 and 200 only';

/**
 * What a provisioning call may meet besides 201 and 200, each to be ordered by name (`POST /_mock/faults {"preset":"conflict"}`, or on
 * the page of the cloudIds) and used up when it has happened. Unless said otherwise the domain is not provisioned then.
 */
export const OUTCOMES = {
  'bad request': { label: '400, with a reason', why: UNDOCUMENTED, fault: { operation, status: 400 } },
  'key refused': { label: '401, as for a wrong API key', why: UNDOCUMENTED, fault: { operation, status: 401 } },
  forbidden: {
    label: '403, as from an address list',
    why: `${UNDOCUMENTED}; their network section speaks of allowed addresses`,
    fault: { operation, status: 403 },
  },
  'unknown cloudId': { label: '404, with a reason', why: UNDOCUMENTED, fault: { operation, status: 404 } },
  conflict: {
    label: '409, with a reason',
    why: `${UNDOCUMENTED}; a domain under another cloudId would be one`,
    fault: { operation, status: 409 },
  },
  'slow down': {
    label: '429, again after two seconds',
    why: `${UNDOCUMENTED}; their own tool limits itself to three creations a second`,
    fault: { operation, status: 429, headers: { 'retry-after': '2' } },
  },
  failure: { label: '500, with a reason', why: UNDOCUMENTED, fault: { operation, status: 500 } },
  'gateway page': {
    label: '502, an HTML page of a gateway',
    why: 'something in front of the server may answer for it',
    fault: { operation, status: 502, headers: html, body: page('Bad gateway') },
  },
  maintenance: {
    label: '503, again after five seconds',
    why: UNDOCUMENTED,
    fault: { operation, status: 503, headers: { 'retry-after': '5' } },
  },
  accepted: {
    label: '202: the domain is provisioned, and nobody says whether it was new',
    why: `${UNDOCUMENTED}; NetSapiens itself answers 202 to changes`,
    fault: { operation, status: 202, after: true, headers: { 'content-type': 'text/plain' }, body: '' },
  },
  'success with a body': {
    label: '201 with a body: the domain is provisioned',
    why: 'the requirements show no body, and promise none',
    fault: { operation, status: 201, after: true, body: { domainName: 'acme.example', id: 4711, error: null } },
  },
  'log-in page': {
    label: '200, an HTML page that asks for a log-in',
    why: 'a wrong messaging host may be somebody else’s web site',
    fault: { operation, status: 200, headers: html, body: page('Log in') },
  },
  redirect: {
    label: '307 to another host',
    why: 'hosts differ by region, and may move',
    fault: { operation, status: 307, headers: { location: 'https://moved.example/' }, body: '' },
  },
  'hang up': { label: 'No answer: the connection breaks', why: 'networks do', fault: { operation, drop: true } },
  'answer lost': {
    label: 'No answer: the domain is provisioned, then the connection breaks',
    why: 'networks do; the requirements mean the call to be idempotent',
    fault: { operation, drop: true, after: true },
  },
  silence: {
    label: 'No answer for five minutes, and nothing is done',
    why: 'no time limit is documented',
    fault: { operation, delayMs: FOREVER_MS, drop: true },
  },
  'late answer': {
    label: 'The domain is provisioned, the answer comes after five minutes',
    why: 'no time limit is documented; Acrobits may log in to NetSapiens before it answers',
    fault: { operation, delayMs: FOREVER_MS, after: true },
  },
} as const satisfies Record<string, Preset>;
