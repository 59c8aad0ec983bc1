import type express from 'express';
import { isMultipart, mediaTypeOf, readBody } from './body.ts';
import { findIgnored } from './ignored.ts';
import type { RecordedRequest } from './requests.ts';
import type { Found, Match } from './routes.ts';
import { readQuery } from './transport.ts';

type Seen = Pick<RecordedRequest, 'method' | 'path' | 'operation' | 'headers' | 'body' | 'ignored'>;

/** Notes a request before anybody answers it. What the log shows of it is worked out when somebody looks, which is seldom. */
export function noteRequest(
  request: express.Request,
  headers: Record<string, string>,
  found: Found | Exclude<Match, { found: true }>,
): () => Seen {
  const { method, originalUrl: path } = request;
  const text: string | undefined = typeof request.body === 'string' ? request.body : undefined;
  return () => {
    const mediaType = mediaTypeOf(headers['content-type']);
    const body = readBody(text, mediaType);
    return {
      method,
      path,
      operation: found.found ? found.route.id : undefined,
      headers,
      body: isMultipart(mediaType) || !body.read ? `[${text?.length} characters that are not shown]` : body.value,
      ignored: !found.found ? [] : findIgnored(found.takes, { query: readQuery(path), text, mediaType }),
    };
  };
}
