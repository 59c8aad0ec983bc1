import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Duration } from '@enablement/core';
import type { Request, RequestHandler, Response } from 'express';
import { staleForm } from '../pages/notice.ts';
import { send } from '../pages/page.ts';
import { formOf } from './form.ts';
import { tokenOf } from './token.ts';

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** Double submit: a form counts only with the random value that this browser got as a cookie when it opened the page. */
export interface FormGuard {
  /** The hidden field's value, good for `lifetime`. Sets the cookie; one that this browser has for this link is kept. */
  seal(req: Request, res: Response, lifetime: Duration): string;
  /** Lets a form through, or answers 403 and nothing has happened. */
  readonly check: RequestHandler;
}

export function createFormGuard({ secure }: { readonly secure: boolean }): FormGuard {
  // A cookie for each link: several links open in several tabs do not disturb one another. The name says nothing about the token.
  const nameFor = (req: Request) =>
    `${secure ? '__Host-' : ''}form-${createHash('sha256').update(tokenOf(req).reveal()).digest('hex').slice(0, 12)}`;

  return {
    seal(req, res, lifetime) {
      const name = nameFor(req);
      const value = cookie(req, name) ?? randomBytes(32).toString('base64url');
      res.cookie(name, value, { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: lifetime });
      return value;
    },
    check(req, res, next) {
      const expected = cookie(req, nameFor(req));
      if (expected !== undefined && same(expected, formOf(req).csrf ?? '')) return next();
      send(res, staleForm());
    },
  };
}

function cookie(req: Request, name: string): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && SHAPE.test(value)) return value;
  }
  return undefined;
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function same(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
