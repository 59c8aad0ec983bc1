import express, { type Request, type RequestHandler } from 'express';
import { Unreadable } from './failures.ts';

/** Larger than anything a phone sends. */
const MOST_BYTES = 16_384;

/** Compressed bodies are refused (415): a small one could become a very large one. */
const readBytes = express.raw({ type: () => true, limit: MOST_BYTES, inflate: false });
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads the body of a POST, a form (Acrobits' own advice) or JSON, into `req.body`: names and what was said under each. */
export const readBody: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') return next();
  readBytes(req, res, (error?: unknown) => {
    if (error !== undefined) return next(error);
    try {
      req.body = Buffer.isBuffer(req.body) && req.body.length > 0 ? membersOf(req, req.body) : {};
    } catch (failure) {
      return next(failure);
    }
    next();
  });
};

function membersOf(req: Request, bytes: Buffer): object {
  const [kind = '', ...more] = (req.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = more.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) throw new Unreadable(415);
  switch (kind.trim()) {
    case 'application/x-www-form-urlencoded':
      return fieldsOf(textOf(bytes));
    case 'application/json':
      return jsonOf(textOf(bytes));
    default:
      throw new Unreadable(415);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Unreadable(400);
  }
}

/** A name that is sent twice has all its values, and is no text then. */
function fieldsOf(text: string): object {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
}

function jsonOf(text: string): object {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Unreadable(400);
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  throw new Unreadable(400);
}

/** What a request says under each name: one text, or something that is not. The body goes before the address. */
export function parametersOf(req: Request): Readonly<Record<string, unknown>> {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return req.query;
  // What comes from outside names members, and none of them means anything to us by inheritance.
  return Object.assign(Object.create(null), req.query, body);
}
