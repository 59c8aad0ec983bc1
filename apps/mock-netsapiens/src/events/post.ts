import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

/** Names below `localhost` are this machine (RFC 6761, section 6.3), which not every C library knows, and so not every `fetch`. */
const lookUp: LookupFunction = (host, options, done) => lookup(/\.localhost$/i.test(host) ? 'localhost' : host, options, done);

/** Posts a text over a connection of its own and gives back the status. Reads nothing of the answer. Rejects when there is none. */
export function post(
  url: URL,
  { headers, body, signal }: { readonly headers: Record<string, string>; readonly body: string; readonly signal: AbortSignal },
): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http;
  const length = Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent: false, lookup: lookUp, signal, headers: { ...headers, 'content-length': length } };
    const sending = request(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
