import type { paths } from '@enablement/contracts/acrobits';
import { type Clock, type Duration, type Messaging, Refused, seconds } from '@enablement/core';
import createClient from 'openapi-fetch';
import { readJson } from '../net/answer.ts';
import type { Fetch } from '../net/index.ts';
import { fitsHeader } from '../net/leave-out.ts';
import { addressOf } from './address-of.ts';
import { judgeProvisioning } from './judge-provisioning.ts';

export { createMessagingInspection } from './inspect.ts';

export interface MessagingOptions {
  /** The guarded one of `createNet`: the messaging host is typed by a person. It never follows the redirect of a POST. */
  readonly fetch: Fetch;
  readonly clock?: Clock;
  /** 60 seconds unless given: nobody says how long Acrobits takes, and it may log in to NetSapiens before it answers. */
  readonly timeout?: Duration;
}

const ITS_OWN_CLOCK: Clock = { now: () => new Date() };

/** The Acrobits messaging server (Acrobits marketplace requirements, Messaging Provisioning Endpoint). */
export function createMessaging({ fetch, clock = ITS_OWN_CLOCK, timeout = seconds(60) }: MessagingOptions): Messaging {
  return {
    async provision(credentials) {
      if (!fitsHeader(credentials.apiKey.reveal())) {
        throw new Refused(
          'The API key holds blanks or characters that no key has.',
          'Compare it with the one Acrobits sent, and enter it again.',
        );
      }
      const client = createClient<paths>({ baseUrl: addressOf(credentials), fetch: (request) => fetch(request, { timeout }) });
      const { data, error, response } = await client.POST('/netsapiens/callbacks/{cloudId}/domains', {
        parseAs: 'text',
        params: { path: { cloudId: credentials.cloudId } },
        headers: { accept: 'application/json', 'x-ntspns-api-key': credentials.apiKey.reveal() },
        body: {
          domainName: credentials.domain,
          officeManagerName: credentials.officeManagerLogin,
          officeManagerPassword: credentials.officeManagerPassword.reveal(),
        },
      });
      const text: unknown = response.ok ? (data ?? '') : (error ?? '');
      const body = typeof text === 'string' ? readJson(text) : text;
      return judgeProvisioning({ status: response.status, headers: response.headers, body }, credentials, clock.now());
    },
  };
}
