import { type Duration, NOT_NOW } from '@enablement/core';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { type Parameters, queryOf, readParameters } from './parameters.ts';

/** What answers a request: at once, or with a promise of having answered. */
export type Act = (req: Request, res: Response, parameters: Parameters) => unknown;
export type Say = (res: Response, status: number, message: string) => void;

export interface Answering {
  readonly methods: readonly ('GET' | 'POST')[];
  /** How long a phone is kept waiting. */
  readonly patience: Duration;
  /** An error, in the words of the app that asks. */
  readonly say: Say;
}

/** One handler and no chain of them, since most answers are there at once: method, parameters, answer, and an end to all waiting. */
export function answering({ methods, patience, say }: Answering, act: Act): RequestHandler {
  const allowed = methods.join(', ');
  const sentence = `Only ${methods.join(' and ')} can be used here.`;

  function run(req: Request, res: Response, next: NextFunction, parameters: Parameters): void {
    try {
      const working = act(req, res, parameters);
      if (!(working instanceof Promise)) return;
      const timer = setTimeout(() => {
        if (!res.headersSent) say(res, 503, NOT_NOW);
      }, patience);
      working.catch(next).finally(() => clearTimeout(timer));
    } catch (error) {
      next(error);
    }
  }

  return (req, res, next) => {
    if (req.method === 'GET') return run(req, res, next, queryOf(req));
    if (req.method === 'POST' && methods.includes('POST'))
      return readParameters(req, (failure, parameters) =>
        failure === undefined ? run(req, res, next, parameters) : next(failure),
      );
    res.setHeader('Allow', allowed);
    say(res, 405, sentence);
  };
}

/** Goes on with what is there, or once it is there. */
export const whenThere = <T>(value: T | Promise<T>, goOn: (value: T) => unknown): unknown =>
  value instanceof Promise ? value.then(goOn) : goOn(value);
