import type { Secret } from '../secret.ts';

export interface DomainCredentials {
  readonly messagingHost: string;
  readonly cloudId: string;
  readonly apiKey: Secret;
  readonly domain: string;
  readonly officeManagerLogin: string;
  readonly officeManagerPassword: Secret;
}

/**
 * The Acrobits messaging server.
 *
 * `provision` may be called twice: the specification calls it idempotent, 201 the first time and 200 afterwards.
 * Throws `Unreachable` (429 with its Retry-After, 5xx, no answer, something that is not the API) and `Refused`
 * (400, 401, 403, 404, 409; the specification documents none of these, so the sentence says what was seen).
 */
export interface Messaging {
  provision(credentials: DomainCredentials): Promise<'created' | 'already existed'>;
}
