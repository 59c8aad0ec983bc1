import { setTimeout } from 'node:timers/promises';
import { type Clock, milliseconds, type Secret } from '@enablement/core';
import type { Fetch } from '../net/index.ts';
import { openWithKey } from './api-key.ts';
import { type Calls, createCalls } from './calls.ts';
import type { Account, OauthClient } from './log-in.ts';
import { createPace } from './pace.ts';
import { createAsking, createReader, type Reader } from './reader.ts';
import type { Waiting } from './retry.ts';
import { createSessions } from './session.ts';
import { createWriter, type Writer } from './writer.ts';

export interface NetsapiensOptions extends Partial<Omit<Waiting, 'clock'>> {
  /** The guarded one of `createNet`: portal URLs are typed by people. */
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** In whose name a client calls: a user by log-in, or an API key. */
export type Credential = { readonly client: OauthClient; readonly account: Account } | { readonly apiKey: Secret };

export interface Opening {
  /** `https://host[:port]`, no path. */
  readonly portalUrl: string;
  readonly credential: Credential;
  /** A client only reads unless this is said. */
  readonly mayWrite?: boolean;
}

/** Reads, and writes when it was opened for that. Throws core's `Refused` and `Unreachable` only; no secret stands in either. */
export type NetsapiensClient = Reader & Writer;

/** What Acrobits' own tool allows itself: three a second. */
const BETWEEN_SUBSCRIPTIONS = milliseconds(334);

/** Clients of NetSapiens API v2, 44.x and 45. Those of one call share their log-ins and their pace. */
export function createClients(options: NetsapiensOptions): (opening: Opening) => NetsapiensClient {
  const waiting = waitingOf(options);
  const open = createSessions(options.clock);
  const subscriptionsTurn = createPace(BETWEEN_SUBSCRIPTIONS, waiting);
  return ({ portalUrl, credential, mayWrite = false }) => {
    const calls = callsTo(portalUrl, options);
    const session =
      'apiKey' in credential ? openWithKey(calls, credential.apiKey) : open(calls, credential.client, credential.account);
    const ask = createAsking(calls, session);
    const reader = createReader(ask);
    return { ...reader, ...createWriter(ask, reader, { ...waiting, session, mayWrite, subscriptionsTurn }) };
  };
}

/** For what comes before there is a log-in, and for the log-in itself. */
export const callsTo = (portalUrl: string, options: NetsapiensOptions): Calls =>
  createCalls(portalUrl, { fetch: options.fetch, ...waitingOf(options) });

export const waitingOf = ({ clock, sleep = setTimeout, random = Math.random }: NetsapiensOptions): Waiting => ({
  clock,
  sleep,
  random,
});
