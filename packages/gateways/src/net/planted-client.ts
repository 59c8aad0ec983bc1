import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PactV4 } from '@pact-foundation/pact';
import type { Fetch } from './index.ts';

// Breaks planted in a client on purpose, to see that its pact tests catch them. For the clients of any vendor.

/** A pact that is written to a folder of its own and thrown away, so that what a broken client would promise reaches nobody. */
export async function withScratchPact(provider: string, act: (pact: PactV4) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'planted-client-'));
  try {
    await act(new PactV4({ consumer: 'enablement', provider, dir, logLevel: 'error' }));
  } finally {
    await rm(dir, { recursive: true });
  }
}

type Change = (request: Request, body: string) => Promise<Request> | Request;

const again = (request: Request, url: string, init: RequestInit): Request =>
  new Request(url, { method: request.method, headers: request.headers, ...init });

const withoutHeader =
  (name: string): Change =>
  (request, body) => {
    const headers = new Headers(request.headers);
    headers.delete(name);
    return again(request, request.url, { headers, body });
  };

/** What a client may do otherwise, with a request that has a JSON body. `proof` is the header that proves who asks, if one does. */
export const clientBreaks = (proof?: string): readonly (readonly [what: string, change: Change])[] => [
  ['asks at another path', (request, body) => again(request, `${request.url}s`, { body })],
  ['asks with another method', (request, body) => again(request, request.url, { method: 'PUT', body })],
  ...(proof === undefined ? [] : ([[`leaves out ${proof}`, withoutHeader(proof)]] as const)),
  [
    'spells a member otherwise',
    (request, body) => again(request, request.url, { body: body.replace(/"([a-z])/i, '"planted-$1') }),
  ],
  ['sends nothing', (request) => again(request, request.url, {})],
];

/** A client's way out, with the break in it. */
export const planted =
  (fetch: Fetch, change: Change): Fetch =>
  async (input, init) => {
    const request = new Request(input);
    return fetch(await change(request, await request.clone().text()), init);
  };
