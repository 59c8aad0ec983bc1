import { documentAt } from '@enablement/contracts/netsapiens';
import type { RequestHandler } from 'express';
import { releaseOf } from './release.ts';
import type { Spec } from './spec/spec.ts';
import type { State } from './state.ts';

/** Where every core serves the OpenAPI document of its own release. */
const place = '/ns-api/webroot/openapi/openapi.json';

/** The document that this platform is: that of SPEC, or our contract as the release keeps it. */
export const createOwnDocument =
  (state: () => State, spec: Spec | undefined): RequestHandler =>
  (request, response, next) => {
    if (request.path !== place || !['GET', 'HEAD'].includes(request.method)) return next();
    response.set('x-mock-answer', 'example').json(spec?.document ?? documentAt(releaseOf(state())));
  };
