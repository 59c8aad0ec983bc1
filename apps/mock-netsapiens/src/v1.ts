import { validator } from '@enablement/contracts/netsapiens';
import type { Call, Reply } from '@enablement/mock-kit';
import express, { type RequestHandler } from 'express';
import type { State } from './state.ts';
import { grantToken } from './tokens.ts';

const tokenRequest = validator('TokenRequest');

/**
 * The v1 token endpoint, `GET` with a query or `POST` with a form, as the v1 reference and operators' guides show it. It stands
 * outside the v2 contract, so no contract is held against it and no fault can be ordered for it.
 */
export function createV1(call: () => Pick<Call<State>, 'state' | 'now'>): RequestHandler {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false, limit: '100kb' }));
  router.all('/', (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'POST') return next();
    const parsed = tokenRequest.safeParse({ ...plain(request.query), ...plain(request.body) });
    const reply: Reply = parsed.success
      ? grantToken(call(), parsed.data)
      : { status: 400, body: { error: 'invalid_request', error_description: 'A grant, a client and a log-in are required' } };
    response.status(reply.status).json(reply.body);
  });
  return router;
}

const plain = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
