import type { ObservedDomain } from '../customer/plan.ts';
import type { Kind, Resource } from '../customer/resource.ts';
import type { Secret } from '../secret.ts';

/** Where a platform is, and in whose name it is called. */
export interface PlatformLogin {
  /** `https://host[:port]`, no path. */
  readonly portalUrl: string;
  readonly credential:
    | { readonly apiKey: Secret }
    | { readonly clientId: string; readonly clientSecret: Secret; readonly username: string; readonly password: Secret };
}

/** What is to be looked at: only this is asked for, since every list costs the platform something. */
export interface DomainLooking {
  readonly domain: string;
  readonly kinds: readonly Kind[];
  /** Whose devices, answer rules and contacts; `everybody`'s when a domain is imported. */
  readonly users: readonly string[] | 'everybody';
}

/**
 * The platform, as far as customers' domains are made there. Every method may be called twice: what is there already is left, what is
 * gone stays gone. Throws `Unreachable` when nobody answers, `Refused` when the platform says no.
 */
export interface CustomerPlatform {
  /** Reads each list once. A domain that is not there has nothing in it. */
  observe(login: PlatformLogin, looking: DomainLooking): Promise<ObservedDomain>;
  /** `already there` also when somebody else made it: whether it is as wanted is the next plan's question. */
  create(login: PlatformLogin, domain: string, resource: Resource): Promise<'created' | 'already there'>;
  /** Writes all that is wanted of it, so that a second time changes nothing. */
  change(login: PlatformLogin, domain: string, resource: Resource): Promise<void>;
  delete(
    login: PlatformLogin,
    domain: string,
    resource: Pick<Resource, 'kind' | 'name' | 'user'>,
  ): Promise<'deleted' | 'already gone'>;
}
