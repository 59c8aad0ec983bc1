import { validator } from '@enablement/contracts/netsapiens';
import type { Operation } from '@enablement/mock-kit';
import { grantToken } from '../access/tokens.ts';
import type { State } from '../state.ts';

const tokenRequest = validator('TokenRequest');

/** 200 is no proof of success: accounts with MFA and those without a secure password get 200 too, with nothing usable in it. */
export const createToken: Operation<State> = (call) => grantToken(call, tokenRequest.parse(call.body));
