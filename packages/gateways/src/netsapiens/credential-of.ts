import type { PlatformLogin } from '@enablement/core';
import type { Credential } from './client.ts';

/** In whose name a client calls, as core says it. */
export const credentialOf = ({ credential }: PlatformLogin): Credential =>
  'apiKey' in credential
    ? credential
    : {
        client: { clientId: credential.clientId, clientSecret: credential.clientSecret },
        account: { username: credential.username, password: credential.password },
      };
