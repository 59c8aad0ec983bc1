/** Exact and case-sensitive, lowest first. From the published v45.0 document. */
export const scopes = [
  'No Portal',
  'Basic User',
  'Simple User',
  'Advanced User',
  'Call Center Agent',
  'Site Manager',
  'Call Center Supervisor',
  'NDP',
  'Office Manager',
  'Reseller',
  'Super User',
] as const;
export type Scope = (typeof scopes)[number];

export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
}

export interface Domain {
  readonly domain: string;
  readonly reseller: string;
  readonly description: string;
}

/** A user, who is also the account that logs in. */
export interface User {
  readonly user: string;
  readonly domain: string;
  readonly reseller: string;
  /** Unique on the whole platform. */
  readonly login: string;
  password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  scope: Scope;
  /** `false`: has only the old numeric PIN. */
  securePassword: boolean;
  mfa: boolean;
}

export interface Device {
  readonly device: string;
  readonly user: string;
  readonly domain: string;
  readonly password: string;
}

export interface PhoneNumber {
  readonly number: string;
  readonly domain: string;
  readonly toUser: string;
}

export interface Token {
  access: string;
  refresh: string;
  readonly login: string;
  readonly clientId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface Subscription {
  readonly id: string;
  readonly model: string;
  postUrl: string;
  geoSupport: 'yes' | 'no';
  readonly scope: string;
  readonly reseller: string;
  readonly domain: string;
  readonly user: string;
  preferredServer: string;
  errors: number;
  posts: number;
  readonly createdAt: number;
  expiresAt: number;
}

export interface State {
  readonly release: string;
  readonly hostname: string;
  /** How long a subscription stays pending, in milliseconds. A guess: the platform polls its table every few seconds. */
  settleMs: number;
  clients: OAuthClient[];
  domains: Domain[];
  users: User[];
  devices: Device[];
  numbers: PhoneNumber[];
  tokens: Token[];
  /** Partial tokens that wait for a second factor, with the log-in they belong to. */
  challenges: Map<string, string>;
  subscriptions: Subscription[];
}
