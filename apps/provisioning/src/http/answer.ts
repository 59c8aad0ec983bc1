import type { Response } from 'express';

/**
 * Headers of every answer. It holds a password or says that one is wrong, so nothing on the way may keep it; browsers have no business
 * here at all.
 */
const GUARDED: readonly string[] = [
  'Cache-Control',
  'no-store',
  'X-Content-Type-Options',
  'nosniff',
  'Content-Security-Policy',
  "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy',
  'no-referrer',
  'Strict-Transport-Security',
  'max-age=31536000',
];
const XML = 'application/xml; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

export type Headers = Readonly<Record<string, string | undefined>>;

/** One call for head and body: this is what phones wait for, thousands of times a minute. */
function answer(res: Response, status: number, type: string, body: string | Buffer, more?: Headers): void {
  const headers = ['Content-Type', type, 'Content-Length', String(Buffer.byteLength(body)), ...GUARDED];
  if (more !== undefined) for (const [name, value] of Object.entries(more)) if (value !== undefined) headers.push(name, value);
  res.writeHead(status, headers).end(body);
}

export const answerXml = (res: Response, status: number, body: string | Buffer, more?: Headers): void =>
  answer(res, status, XML, body, more);
export const answerJson = (res: Response, status: number, body: object, more?: Headers): void =>
  answer(res, status, JSON_TYPE, JSON.stringify(body), more);
export const answerUnchanged = (res: Response, more: Headers): void => {
  const headers = [...GUARDED];
  for (const [name, value] of Object.entries(more)) if (value !== undefined) headers.push(name, value);
  res.writeHead(304, headers).end();
};
