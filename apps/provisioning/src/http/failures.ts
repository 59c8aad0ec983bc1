import { randomBytes } from 'node:crypto';
import { type Duration, NOT_NOW, seconds, Unreachable } from '@enablement/core';
import type { ErrorRequestHandler, Request } from 'express';

/** A body that cannot be used, with the status it deserves. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly status: 400 | 413 | 415;

  constructor(status: 400 | 413 | 415) {
    super(`status ${status}`);
    this.status = status;
  }
}

/** What a phone is told about something that went wrong, and the line for the log. */
export interface Failure {
  readonly status: number;
  readonly message: string;
  readonly retryAfter?: Duration;
}

const AGAIN = seconds(30);

/** `Unreadable`, and Express' own complaint about an address, carry the status that the client deserves. */
const CLIENT: Readonly<Record<number, string>> = {
  400: 'The request cannot be read. It was cut off, or its encoding is not what it says.',
  413: 'The request is too large.',
  415: 'The request is neither a form (application/x-www-form-urlencoded) nor JSON in UTF-8.',
};

export function failureOf(error: unknown, req: Request, tell: (line: string) => void): Failure {
  if (error instanceof Unreachable) {
    tell(`${req.method} ${req.path}: ${error.message}`);
    return { status: 503, message: NOT_NOW, retryAfter: AGAIN };
  }
  if (error instanceof URIError) return { status: 400, message: CLIENT[400] ?? '' };
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status >= 400 && status < 500)
    return { status: CLIENT[status] ? status : 400, message: CLIENT[status] ?? CLIENT[400] ?? '' };
  const incident = randomBytes(4).toString('hex');
  // Drivers quote what they were given, so that only the kind and the place of an error are told.
  tell(`incident ${incident} ${req.method} ${req.path}: ${placeOf(error)}`);
  return { status: 500, message: `Something went wrong on our side (${incident}). Try again in a minute.`, retryAfter: AGAIN };
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6).map((line) => line.trim())].join(' | ');
}

export const failing =
  (
    answer: (res: Parameters<ErrorRequestHandler>[2], failure: Failure) => void,
    tell: (line: string) => void,
  ): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    // Too late for an answer: Express then closes the connection.
    if (res.headersSent) return next(error);
    answer(res, failureOf(error, req, tell));
  };
