import { plainCloudId } from '../provisioning/read-login.ts';
import type { Secret } from '../secret.ts';

/** A NetSapiens environment that Acrobits Cloud Softphone is enabled on, as the programs that serve or check it need it. */
export interface Environment {
  readonly cloudId: string;
  /** `https://host[:port]`, no path. */
  readonly portalUrl: string;
  /** The primary core (SIP) hostname, without port. */
  readonly coreHost: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** An API key of NetSapiens that reaches its domains: reads devices where no password of their user is at hand. */
  readonly netsapiensKey?: Secret | undefined;
  /** `host[:port]` of Acrobits' messaging server, with its key: both or neither. */
  readonly messaging?: { readonly host: string; readonly apiKey: Secret } | undefined;
}

/** What a file declares goes before what was enabled under the same cloudId. By plain cloudId, so that the editable version is the same. */
export function mergeEnvironments(
  declared: readonly Environment[],
  enabled: readonly Environment[],
): ReadonlyMap<string, Environment> {
  const all = new Map<string, Environment>();
  for (const environment of [...declared, ...enabled]) {
    const cloudId = plainCloudId(environment.cloudId);
    if (!all.has(cloudId)) all.set(cloudId, { ...environment, cloudId });
  }
  return all;
}

/**
 * What Xima CCaaS needs of one NetSapiens domain, in the words and the order of Xima's own list ("Required information to
 * integrate Xima CCaaS with NetSapiens").
 */
export interface XimaTarget {
  readonly domain: string;
  /** `host`, usually the management portal's. */
  readonly sipProxyServerHost: string;
  readonly sipProxyServerPort: number;
  /** `https://host[:port]`. */
  readonly apiUrl: string;
  readonly apiClientId: string;
  readonly apiClientSecret: Secret;
  readonly apiUsername: string;
  readonly apiPassword: Secret;
  /** A number of the inventory that routes to the CCaaS handset or extension, digits only. */
  readonly did: string;
}

/** What a file declares, as the command line and a start without Slack use it. */
export interface Declared {
  readonly environments: readonly Environment[];
  readonly xima: readonly XimaTarget[];
}
