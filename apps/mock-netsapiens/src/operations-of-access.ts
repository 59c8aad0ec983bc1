import { createApiKey } from './operations/create-api-key.ts';
import { createJwt } from './operations/create-jwt.ts';
import { createToken } from './operations/create-token.ts';
import { createTokenV1 } from './operations/create-token-v1.ts';
import { deleteApiKey } from './operations/delete-api-key.ts';
import { getApiKey } from './operations/get-api-key.ts';
import { getJwt } from './operations/get-jwt.ts';
import { getMyApiKey } from './operations/get-my-api-key.ts';
import { getTokenV1 } from './operations/get-token-v1.ts';
import { listApiKeys } from './operations/list-api-keys.ts';
import { revokeJwt } from './operations/revoke-jwt.ts';
import { revokeJwtOf } from './operations/revoke-jwt-of.ts';
import { updateApiKey } from './operations/update-api-key.ts';

/** Who is let in. By operationId of the contract. */
export const operationsOfAccess = {
  createToken,
  createTokenV1,
  getTokenV1,
  createJwt,
  getJwt,
  revokeJwt,
  revokeJwtOf,
  listApiKeys,
  createApiKey,
  getMyApiKey,
  getApiKey,
  updateApiKey,
  deleteApiKey,
};
