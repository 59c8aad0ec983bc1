import type { PlatformLogin } from './customer-platform.ts';
import type { Subscriptions } from './platform.ts';

export interface ListedDomain {
  readonly domain: string;
  readonly reseller?: string | undefined;
}

/**
 * NetSapiens, as somebody sees it who manages many domains. Throws `Unreachable` when nobody answers, `Refused` when the platform
 * says no. Every method may be called twice.
 */
export interface RolloutPlatform {
  /** Every domain that this credential sees. */
  domains(login: PlatformLogin): Promise<readonly ListedDomain[]>;
  /** What posts to the messaging host, by domain in lower case; the list is read once. */
  subscribed(login: PlatformLogin, messagingHost: string): Promise<ReadonlyMap<string, Subscriptions>>;
  /** The scope of the service account of a domain, `undefined` when there is none. */
  serviceAccount(login: PlatformLogin, domain: string): Promise<string | undefined>;
  /** `already there` also when somebody else made it. API v2 has no member for its password. */
  makeServiceAccount(login: PlatformLogin, domain: string): Promise<'created' | 'already there'>;
}
