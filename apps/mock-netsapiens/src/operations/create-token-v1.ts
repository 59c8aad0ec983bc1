import { validator } from '@enablement/contracts/netsapiens';
import type { Operation, Reply } from '@enablement/mock-kit';
import { grantToken } from '../access/tokens.ts';
import type { State } from '../state.ts';

const tokenRequest = validator('TokenRequest');

/** Text inferred, after RFC 6749. */
const invalidRequest: Reply = {
  status: 400,
  body: { error: 'invalid_request', error_description: 'A grant, a client and a log-in are required' },
};

/** What v2 answers to the same members, which may stand in the form and in the query, as the v1 reference and operators' guides show. */
export const createTokenV1: Operation<State> = (call) => {
  const members = tokenRequest.safeParse({ ...call.query, ...Object(call.body) });
  return members.success ? grantToken(call, members.data) : invalidRequest;
};
