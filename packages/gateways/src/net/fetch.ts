import { type Duration, Refused } from '@enablement/core';
import { type Dispatcher, fetch as undiciFetch } from 'undici';
import { readAnswer } from './body.ts';
import { explainFailure, tooSlow } from './failures.ts';

/** Like the global `fetch`, with a time-out for each call. Throws core's `Refused` and `Unreachable` only; the answer is already read. */
export type Fetch = (input: string | URL | Request, init?: RequestInit & { timeout?: Duration }) => Promise<Response>;

export const USER_AGENT = 'netsapiens-enablement/0.1';

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** The only headers that another host gets to see: whatever else was given may be a credential. */
const HARMLESS = ['accept', 'accept-language'];

interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

/**
 * The next request of a redirect. Throws `Refused` when following it would carry something where it does not belong; the sentence
 * names the host it leads to and no more, since what was sent may come back in path or query.
 */
function follow(hop: Hop, location: string): Hop {
  if (!URL.canParse(location, hop.url)) {
    throw new Refused(
      `${hop.url.host} redirects to something that is not an address.`,
      `Check that ${hop.url.host} is the API host.`,
    );
  }
  const url = new URL(location, hop.url);
  if (hop.method !== 'GET' && hop.method !== 'HEAD') {
    throw new Refused(
      `${hop.url.host} redirects to ${url.origin}. What is sent holds secrets and is not sent on.`,
      `If ${url.host} is the right host, give that one.`,
    );
  }
  if (url.protocol !== hop.url.protocol && url.protocol !== 'https:') {
    throw new Refused(`${hop.url.host} redirects to ${url.origin}, away from https.`, 'Give the address of the API itself.');
  }
  const headers = new Headers();
  for (const [name, value] of hop.headers) if (url.origin === hop.url.origin || HARMLESS.includes(name)) headers.set(name, value);
  return { url, method: hop.method, headers, body: undefined };
}

async function call(hop: Hop, dispatcher: Dispatcher, signal: AbortSignal): Promise<Response> {
  const headers = Object.fromEntries(hop.headers);
  headers['user-agent'] = USER_AGENT;
  const answer = await undiciFetch(hop.url, {
    method: hop.method,
    headers,
    body: hop.body ?? null,
    redirect: 'manual',
    dispatcher,
    signal,
  });
  if (answer.status < 200 || answer.status > 599) {
    throw new Refused(
      `${hop.url.host} answered with status ${answer.status}, which does not exist.`,
      `Check that ${hop.url.host} is the API host.`,
    );
  }
  const body = await readAnswer(answer.body, hop.url.host);
  const told = new Headers();
  for (const [name, value] of answer.headers)
    if (name !== 'content-encoding' && name !== 'content-length') told.append(name, value);
  const bodiless = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return new Response(bodiless ? null : body, { status: answer.status, headers: told });
}

/** The platform's own complaint would repeat the address with its credentials, or the header with its key. */
function makeRequest(input: string | URL | Request, init: RequestInit): Request {
  try {
    return new Request(input, init);
  } catch {
    throw new Refused(
      'The request cannot be made from this address or these values.',
      'Give a plain address such as https://portal.example.net.',
    );
  }
}

/** @param timeout for the whole call with redirects and body, unless the call brings its own */
export function createFetch(dispatcher: Dispatcher, timeout: Duration): Fetch {
  return async (input, { timeout: limit = timeout, ...init } = {}) => {
    const request = makeRequest(input, init);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    let hop: Hop = { url: new URL(request.url), method: request.method, headers: request.headers, body };
    if (hop.url.protocol !== 'https:' && hop.url.protocol !== 'http:') {
      throw new Refused(`"${hop.url.protocol}//" cannot be called.`, 'Give an address that starts with https://.');
    }
    const expiry = AbortSignal.timeout(limit);
    const signal = AbortSignal.any([expiry, request.signal]);
    for (let redirects = 0; ; redirects += 1) {
      const { host } = hop.url;
      const answer = await call(hop, dispatcher, signal).catch((error: unknown) => {
        if (request.signal.aborted) throw request.signal.reason;
        throw expiry.aborted ? tooSlow(host, limit) : explainFailure(error, host);
      });
      const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
      if (location === null) return answer;
      if (redirects === MOST_REDIRECTS) {
        throw new Refused(`${host} redirects more than ${MOST_REDIRECTS} times.`, 'Give the address of the API itself.');
      }
      hop = follow(hop, location);
    }
  };
}
