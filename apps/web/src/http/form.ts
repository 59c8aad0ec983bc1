import express, { type Request, type RequestHandler } from 'express';
import { z } from 'zod';

/** Larger than any form of ours can be, and small enough to be no burden. */
const LIMIT = '16kb';

/** Reads a form's body. Anything but a plain urlencoded form is refused by the parser (413, 415, 400). */
export const readBody: RequestHandler = express.urlencoded({ extended: false, limit: LIMIT, inflate: false, parameterLimit: 20 });

const Body = z.record(z.string(), z.unknown()).catch({});

/** The fields of a form that have exactly one value. A field sent twice counts as not given. */
export function formOf(req: Request): Readonly<Record<string, string>> {
  const given = Object.entries(Body.parse(req.body ?? {}));
  return Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
