import type { Scope } from '../state.ts';

export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
}

/** An OAuth access token and what renews it. */
export interface Token {
  readonly access: string;
  readonly refresh: string;
  readonly login: string;
  readonly clientId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** A signed token with its claims inside. */
export interface Jwt {
  readonly jti: string;
  readonly login: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  expiresAt: number;
  /** What renews it, once. */
  readonly refresh: string;
}

/** A key for machines. It is the bearer itself and does not expire. */
export interface ApiKey {
  readonly key: string;
  /** The first twelve characters of the key. */
  readonly id: string;
  description: string;
  /** `*` for all. */
  readonly reseller: string;
  /** `*` for all. */
  readonly domain: string;
  readonly user?: string | undefined;
  readonly scope: Scope;
  /** CSV of addresses and ranges from which it works; empty for all. */
  addresses: string;
  readonly readonly: boolean;
  readonly canCreateKeys: boolean;
  /** `*` or CSV. */
  readonly models: string;
  readonly createdAt: number;
  lastUsedAt?: number;
  /** The identifier of the key it was made with; a person makes one in the portal. */
  readonly madeBy?: string | undefined;
}

/** Everything by which somebody is let in, by the text that is shown at the door. */
export interface Access {
  clients: OAuthClient[];
  readonly tokens: Map<string, Token>;
  /** Partial tokens that wait for a second factor, with the log-in they belong to. */
  readonly challenges: Map<string, { readonly login: string; readonly expiresAt: number }>;
  readonly jwts: Map<string, Jwt>;
  readonly apiKeys: Map<string, ApiKey>;
}
