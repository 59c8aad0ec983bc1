import { type Duration, milliseconds, type OfficeManager, type PlatformAccess, Secret } from '@enablement/core';
import { type Heard, type Reply, startFakeServer } from '../net/fake-server.ts';
import { createNet } from '../net/index.ts';
import { createClients, type Opening } from './index.ts';

export type { Heard, Reply };

/** Enough of a NetSapiens core for one test. */
export const startFakeCore = (reply: (heard: Heard) => Reply | Promise<Reply>) => startFakeServer(reply, '/ns-api/v2');

export const CLIENT_SECRET = 'canary-client-secret';
export const PASSWORD = 'canary "pass" & word';

export const accessTo = (portalUrl: string): PlatformAccess => ({
  portalUrl,
  clientId: 'acrobits-softphone',
  clientSecret: new Secret(CLIENT_SECRET),
});
export const MANAGER: OfficeManager = {
  domain: 'acme.example',
  login: 'integration-office-manager',
  password: new Secret(PASSWORD),
};

/** What a core says when the log-in was right. */
export const token = (change: object = {}) => ({
  access_token: '0123456789abcdef0123456789abcdef',
  refresh_token: 'fedcba9876543210fedcba9876543210',
  expires_in: 3600,
  token_type: 'Bearer',
  scope: 'Office Manager',
  uid: 'integration-office-manager@acme.example',
  domain: 'acme.example',
  territory: 'northwind',
  ...change,
});

/** Time that passes only by waiting. */
export function virtualTime(start = '2026-10-20T10:00:00Z') {
  let time = Date.parse(start);
  const slept: Duration[] = [];
  return {
    slept,
    clock: { now: () => new Date(time) },
    sleep: async (duration: Duration) => {
      slept.push(duration);
      time += duration;
    },
    random: () => 0.5,
  };
}

export const API_KEY = 'nss_12345678-canary-of-the-key-0123456789-0123456789-0123456';
const closers: (() => unknown)[] = [];
/** Stops what `meet` has started: for `afterEach`. */
export async function part(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}

export type Meeting = Partial<Pick<Opening, 'credential' | 'mayWrite'>>;

/** A client, a core that answers it, and time that does not hold anybody up. With an API key unless told otherwise. */
export async function meet(reply: Reply | ((heard: Heard) => Reply), { credential, mayWrite }: Meeting = {}) {
  const core = await startFakeCore((heard) => (typeof reply === 'function' ? reply(heard) : reply));
  const net = createNet({ allowPrivateHosts: true, timeout: milliseconds(500) });
  closers.push(core.stop, net.close);
  const { slept, ...time } = virtualTime();
  const open = createClients({ fetch: net.fetch, ...time });
  const client = open({
    portalUrl: core.url,
    credential: credential ?? { apiKey: new Secret(API_KEY) },
    ...(mayWrite === undefined ? {} : { mayWrite }),
  });
  return { core, client, slept, time };
}

/** Somebody who logs in. */
export const byLogIn = {
  client: { clientId: 'acrobits-softphone', clientSecret: new Secret(CLIENT_SECRET) },
  account: { username: 'integration-office-manager@acme.example', password: new Secret(PASSWORD) },
};

export async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

export const ACCEPTED: Reply = { status: 202, json: { code: 202, message: 'Accepted' } };
/** An API key without limits, as it tells of itself. */
export const UNLIMITED: Reply = { json: { readonly: 'no', 'allowed-models': '*' } };

/** A client that may write, and what each call gets, the first time, the second, …; the last answer stays. */
export function meetWriting(answers: Readonly<Record<string, readonly Reply[]>>) {
  const given = new Map<string, number>();
  return meet(
    ({ what }) => {
      if (what === 'GET /apikeys/~') return UNLIMITED;
      const count = given.get(what) ?? 0;
      given.set(what, count + 1);
      return answers[what]?.[Math.min(count, answers[what].length - 1)] ?? { status: 500, json: { code: 500, message: what } };
    },
    { mayWrite: true },
  );
}
