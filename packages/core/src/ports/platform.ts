import type { Secret } from '../secret.ts';

/** The OAuth client that NetSapiens issued for Acrobits, and where it is used. */
export interface PlatformAccess {
  /** `https://host[:port]`, no path. */
  readonly portalUrl: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
}

export interface OfficeManager {
  readonly domain: string;
  /** Login name, `name` or `name@domain`. */
  readonly login: string;
  readonly password: Secret;
}

/** Why Office Manager credentials cannot be used. Each has its own sentence for the person who typed them. */
export type Unproved = 'wrong client' | 'wrong password' | 'no secure password' | 'MFA on' | 'scope too low' | 'wrong domain';

export type Proof =
  | { readonly proved: true; readonly scope: string }
  | { readonly proved: false; readonly why: Unproved; readonly seen: string };

/** `speaks v2`: `/version` answered. `no version`: v2 is there, but too old to tell its version (44.0). */
export type PortalAnswer =
  | { readonly answer: 'speaks v2'; readonly version: string }
  | { readonly answer: 'no version' }
  | { readonly answer: 'not an API host'; readonly seen: string };

/** The two event models Acrobits subscribes to for each domain, and whether events of each reach it. */
export interface Subscriptions {
  readonly message: boolean;
  readonly messagesession: boolean;
  /** Why one that NetSapiens lists does not count. */
  readonly useless?: Readonly<Partial<Record<'message' | 'messagesession', Useless>>>;
}

/** `in error`: the platform could not post to it for a while. `expired`: it posts no more. */
export type Useless = 'in error' | 'expired';

/** NetSapiens, as far as enablement needs it. Throws `Unreachable` when nobody answers, `Refused` on an answer nobody expects. */
export interface Platform {
  portal(portalUrl: string): Promise<PortalAnswer>;
  /** Logs in with the credentials and looks at what came back. Changes nothing. */
  prove(access: PlatformAccess, manager: OfficeManager): Promise<Proof>;
  /** Which of the two subscriptions of this domain post to the messaging host. One that is in error or past its time does not. */
  subscriptions(access: PlatformAccess, manager: OfficeManager, messagingHost: string): Promise<Subscriptions>;
}
