import type { Secret } from '../secret.ts';
import type { PlatformAccess, Unproved } from './platform.ts';

/** In whose name NetSapiens is looked at: a user with an OAuth client, or a static API key (`nss_`, `nsr_`, `nsd_`, `nsu_`). */
export type Entry =
  | { readonly client: Omit<PlatformAccess, 'portalUrl'>; readonly username: string; readonly password: Secret }
  | { readonly apiKey: Secret };

/** NetSapiens, looked at without changing anything. Throws `Unreachable` when nobody answers, `Refused` on an answer nobody expects. */
export interface Inspection {
  /** Whether the OAuth client is known, told by a log-in of somebody who does not exist. `unclear`: its refusal does not say which part was wrong. */
  client(access: PlatformAccess): Promise<'accepted' | 'refused' | 'unclear'>;
  /** One log-in. Always a new one: an old token would prove nothing about the password. */
  logIn(access: PlatformAccess, username: string, password: Secret): Promise<LogInSeen>;
  /** What an API key says about itself. */
  key(portalUrl: string, apiKey: Secret): Promise<KeySeen>;
  open(portalUrl: string, entry: Entry): Inspector;
}

export type LogInSeen =
  | { readonly loggedIn: true; readonly scope: string; readonly domain: string | undefined }
  | { readonly loggedIn: false; readonly why: Exclude<Unproved, 'scope too low' | 'wrong domain'>; readonly seen: string };

/** `not a key`: not of the form. `refused`: nobody knows it, or not from this address. */
export type KeySeen =
  | { readonly key: 'not a key'; readonly seen: string }
  | { readonly key: 'refused'; readonly seen: string }
  | {
      readonly key: 'accepted';
      /** By its prefix. */
      readonly reach: 'Super User' | 'Reseller' | 'Office Manager' | 'single user';
      readonly scope: string | undefined;
      readonly domain: string | undefined;
      readonly readOnly: boolean;
      /** Empty: everything. */
      readonly models: readonly string[];
      /** Empty: from anywhere. */
      readonly addresses: readonly string[];
    };

/** Looks in somebody's name. What may not be seen throws `Refused`, except where a type says otherwise. */
export interface Inspector {
  domain(domain: string): Promise<DomainSeen>;
  /** How many users the domain has, and the first few of them. */
  users(domain: string): Promise<UsersSeen>;
  /** The user with this login name; `undefined` when there is none. */
  userByLogin(domain: string, login: string): Promise<UserSeen | undefined>;
  /** Names of SIP devices: of the whole domain where the release can tell them, else of the first users. */
  devices(domain: string): Promise<readonly DeviceSeen[]>;
  subscriptions(domain: string): Promise<readonly SubscriptionSeen[]>;
  /** A number of the domain's inventory, digits only; `undefined` when it is not there. */
  phoneNumber(domain: string, number: string): Promise<NumberSeen | undefined>;
}

export type DomainSeen = { readonly visible: true } | { readonly visible: false; readonly seen: string };

export interface UserSeen {
  readonly user: string;
  readonly login: string | undefined;
  readonly name: string;
  readonly scope: string | undefined;
  /** `system-…` is an account of the system and no person's. */
  readonly serviceCode: string | undefined;
  readonly devices: number;
}

export interface UsersSeen {
  readonly count: number;
  readonly first: readonly Omit<UserSeen, 'devices'>[];
}

export interface DeviceSeen {
  readonly device: string;
  readonly user: string;
}

/** Host and path of the post-url only: its query is a password. */
export interface SubscriptionSeen {
  readonly model: string;
  readonly postHost: string;
  readonly postPath: string;
  readonly status: string | undefined;
  readonly activeServer: string;
  readonly preferredServer: string;
  readonly errorCount: number;
  readonly expires: Date | undefined;
}

export interface NumberSeen {
  readonly number: string;
  /** `to-user`, `available-number`, … */
  readonly application: string | undefined;
  readonly destinationUser: string | undefined;
  readonly destinationHost: string | undefined;
}
