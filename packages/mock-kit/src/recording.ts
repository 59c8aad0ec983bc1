import type express from 'express';
import { isMultipart, mediaTypeOf, readBody } from './body.ts';
import { findIgnored } from './ignored.ts';
import type { RecordedRequest } from './requests.ts';
import type { Match } from './routes.ts';
import { readHeaders, readQuery } from './transport.ts';

type Seen = Pick<RecordedRequest, 'method' | 'path' | 'operation' | 'headers' | 'body' | 'ignored'>;

/** A request as the log shows it, before anybody answers it. */
export function describeRequest(request: express.Request, found: Match): Seen {
  const text: string | undefined = typeof request.body === 'string' ? request.body : undefined;
  const mediaType = mediaTypeOf(request.headers['content-type']);
  const body = readBody(text, mediaType);
  return {
    method: request.method,
    path: request.originalUrl,
    operation: found.found ? found.route.id : undefined,
    headers: readHeaders(request),
    body: isMultipart(mediaType) || !body.read ? `[${text?.length} characters that are not shown]` : body.value,
    ignored: found.found ? findIgnored(found.route, { query: readQuery(request.originalUrl), text, mediaType }) : [],
  };
}
