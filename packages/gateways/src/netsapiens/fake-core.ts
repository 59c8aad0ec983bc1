import { type OfficeManager, type PlatformAccess, Secret } from '@enablement/core';
import { type Heard, type Reply, startFakeServer } from '../net/fake-server.ts';

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
