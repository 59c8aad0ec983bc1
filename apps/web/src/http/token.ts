import { Secret } from '@enablement/core';
import type { Request } from 'express';

/** 256 bits in base64url or hex. What does not look so is not worth asking the database for. */
const SHAPE = /^[A-Za-z0-9_-]{43,64}$/;

/** The token in the address. It opens a page all by itself, so it is treated as a secret: not printed, not logged. */
export function tokenOf(req: Request): Secret {
  const { token } = req.params;
  return new Secret(typeof token === 'string' ? token : '');
}

export const wellFormed = (token: Secret): boolean => SHAPE.test(token.reveal());
