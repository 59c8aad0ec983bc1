import { validator } from '@enablement/contracts/netsapiens';
import type { Operation } from '@enablement/mock-kit';
import { grantToken } from '../access/tokens.ts';
import { failed } from '../answers.ts';
import type { State } from '../state.ts';

const tokenRequest = validator('TokenRequest');

/**
 * 200 is no proof of success: accounts with MFA and those without a secure password get 200 too, with nothing usable in it.
 * A client that sends no body may have put everything into the query, as one that many people use does.
 */
export const createToken: Operation<State> = (call) => {
  if (call.body !== undefined) return grantToken(call, tokenRequest.parse(call.body));
  const asked = tokenRequest.safeParse(call.query);
  return asked.success ? grantToken(call, asked.data) : failed(400, 'A grant, a client and a log-in are required');
};
