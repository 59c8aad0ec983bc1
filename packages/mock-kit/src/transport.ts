import { isUtf8 } from 'node:buffer';
import express from 'express';
import { isMultipart, mediaTypeOf } from './body.ts';
import type { Reply } from './operation.ts';
import type { Violation } from './violation.ts';

const largest = 1024 * 1024;

/** The body as text, whatever its media type. Compressed bodies count at their full size; what calls itself UTF-8 and is not is refused, files aside. */
export const readText: express.RequestHandler = express.text({
  type: () => true,
  limit: largest,
  verify: (request, _response, bytes, charset) => {
    if (isMultipart(mediaTypeOf(request.headers['content-type']))) return;
    if (charset === 'utf-8' && !isUtf8(bytes)) throw Object.assign(new Error('the body is not UTF-8'), { status: 400 });
  },
});

/** Express and its body reader speak in errors with a `status`. `undefined` for errors that are no fault of the client. */
export function violationOf(error: unknown): Violation | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  if (error.status === 413)
    return { kind: 'too large', status: 413, path: 'body', message: `the body is larger than ${largest} bytes` };
  if (error.status === 415) return { kind: 'unsupported media type', status: 415, path: 'headers', message: error.message };
  if (error.status === 400) return { kind: 'malformed', status: 400, path: 'body', message: error.message };
  return undefined;
}

/** Repeated parameters become lists. */
export function readQuery(url: string): Record<string, string | string[]> {
  const at = url.indexOf('?');
  if (at < 0) return {};
  const grouped = Map.groupBy(new URLSearchParams(url.slice(at)), ([name]) => name);
  return Object.fromEntries(
    [...grouped].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value);
      return [name, values.length === 1 ? String(values[0]) : values];
    }),
  );
}

export function readHeaders(request: express.Request): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : String(value);
  return headers;
}

/** IPv4 addresses in their own form also where the socket speaks IPv6. Headers that name an address are not believed. */
export const addressOf = (request: express.Request): string => (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');

/** A reply with its content type filled in, so that the contract can be held against it. */
export function complete(reply: Reply): Reply {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = value;
  if (reply.body !== undefined && headers['content-type'] === undefined) {
    headers['content-type'] = typeof reply.body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
  }
  return { ...reply, headers };
}

/** The headers `more` go out besides the reply's own. */
export function send(response: express.Response, reply: Reply, more: Record<string, string> = {}): void {
  if (response.destroyed) return;
  const { status, headers, body } = complete(reply);
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const bodiless = status === 204 || status === 304;
  const length = bodiless ? {} : { 'content-length': Buffer.byteLength(text) };
  // Not through Express: it would add a charset to JSON, which no vendor here sends. Text and not bytes: head and body leave in one write.
  response.writeHead(status, { ...headers, ...more, ...length });
  response.end(bodiless ? undefined : text);
}
