import express, { type Request, type RequestHandler } from 'express';
import { MOST_BYTES, MOST_PARAMETERS } from './limits.ts';

/** A form (Acrobits' own advice), or JSON. Compressed bodies are refused: a small one could become a very large one. */
const readForm = express.urlencoded({ extended: false, limit: MOST_BYTES, inflate: false, parameterLimit: MOST_PARAMETERS });
const readJson = express.json({ limit: MOST_BYTES, inflate: false });

/** A body that is neither. */
export class UnknownKind extends Error {
  override readonly name = 'UnknownKind';
}

export const readBody: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') return next();
  const [kind = ''] = (req.headers['content-type'] ?? '').split(';', 1);
  switch (kind.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return readForm(req, res, next);
    case 'application/json':
      return readJson(req, res, next);
    default:
      return isEmpty(req) ? next() : next(new UnknownKind());
  }
};

const isEmpty = (req: Request) =>
  req.headers['transfer-encoding'] === undefined && Number(req.headers['content-length'] ?? 0) === 0;

/** What a request says under each name: one text, or something that is not. The body goes before the address. */
export function parametersOf(req: Request): Readonly<Record<string, unknown>> {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return req.query;
  // `Object.create(null)`: what comes from outside names members, and none of them means anything to us by inheritance.
  return Object.assign(Object.create(null), req.query, body);
}
