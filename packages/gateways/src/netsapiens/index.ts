import { setTimeout } from 'node:timers/promises';
import { type Clock, milliseconds, type Platform, type Secret } from '@enablement/core';
import type { Fetch } from '../net/index.ts';
import { openWithKey } from './api-key.ts';
import { createCalls } from './calls.ts';
import { createAsking, createReader, type Reader } from './client.ts';
import type { Account, OauthClient } from './log-in.ts';
import { createPace } from './pace.ts';
import { askPortal } from './portal.ts';
import { accountOf, prove } from './prove.ts';
import type { Waiting } from './retry.ts';
import { createSessions } from './session.ts';
import { seeSubscriptions } from './subscriptions.ts';
import { createWriter, type Writer } from './writer.ts';

export { Blocked, NoSuchRoute } from './refusals.ts';

export interface NetsapiensOptions extends Partial<Omit<Waiting, 'clock'>> {
  /** The guarded one of `createNet`: portal URLs are typed by people. */
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** In whose name a client calls: a user by log-in, or an API key. */
export type Credential = { readonly client: OauthClient; readonly account: Account } | { readonly apiKey: Secret };

/** Reads; writes only when it was opened for writing. */
export type NetsapiensClient = Reader & Writer;

export interface Opening {
  /** `https://host[:port]`, no path. */
  readonly portalUrl: string;
  readonly credential: Credential;
  /** A client only reads unless this is said. */
  readonly mayWrite?: boolean;
}

/** What Acrobits' own tool allows itself: three a second. */
const BETWEEN_SUBSCRIPTIONS = milliseconds(334);

/** Clients of NetSapiens API v2, 44.x and 45. Those of one call share their log-ins and their pace. */
export function createClients(options: NetsapiensOptions): (opening: Opening) => NetsapiensClient {
  const waiting = waitingOf(options);
  const open = createSessions(options.clock);
  const subscriptionsTurn = createPace(BETWEEN_SUBSCRIPTIONS, waiting);
  return ({ portalUrl, credential, mayWrite = false }) => {
    const calls = createCalls(portalUrl, { fetch: options.fetch, ...waiting });
    const session =
      'apiKey' in credential ? openWithKey(calls, credential.apiKey) : open(calls, credential.client, credential.account);
    const ask = createAsking(calls, session);
    const reader = createReader(ask);
    return { ...reader, ...createWriter(ask, reader, { ...waiting, session, mayWrite, subscriptionsTurn }) };
  };
}

/** NetSapiens as enablement needs it. Throws core's `Refused` and `Unreachable` only; no secret stands in either. */
export function createPlatform(options: NetsapiensOptions): Platform {
  const open = createClients(options);
  const callsTo = (portalUrl: string) => createCalls(portalUrl, { fetch: options.fetch, ...waitingOf(options) });
  return {
    portal: async (portalUrl) => await askPortal(callsTo(portalUrl)),
    prove: async (access, manager) => await prove(callsTo(access.portalUrl), access, manager),
    subscriptions: async ({ portalUrl, ...client }, manager, messagingHost) => {
      const reader = open({ portalUrl, credential: { client, account: accountOf(manager) } });
      return await seeSubscriptions(reader, manager.domain, messagingHost);
    },
  };
}

const waitingOf = ({ clock, sleep = setTimeout, random = Math.random }: NetsapiensOptions): Waiting => ({ clock, sleep, random });
