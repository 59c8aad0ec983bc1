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
  /** `host[:port]` of Acrobits' messaging server, with its key: both or neither. */
  readonly messaging?: { readonly host: string; readonly apiKey: Secret } | undefined;
  /** SIP ports of the core where DNS does not tell them and they are not 5060 and 5061. */
  readonly corePort?: number | undefined;
  readonly coreTlsPort?: number | undefined;
  /** A static NetSapiens API key (`nss_`, `nsr_`, `nsd_`, `nsu_`), to look with where no user's password is at hand. */
  readonly netsapiensKey?: Secret | undefined;
  /** Whom Acrobits is to contact (Acrobits marketplace requirements, CSP Onboarding Information). */
  readonly csp?: Csp | undefined;
  /** Domains whose messaging is, or is to be, synchronized. */
  readonly domains?: readonly EnvironmentDomain[] | undefined;
}

export interface Csp {
  readonly company: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone?: string | undefined;
}

export interface EnvironmentDomain {
  readonly domain: string;
  /** Login name, `name` or `name@domain`. */
  readonly officeManager?: { readonly login: string; readonly password: Secret } | undefined;
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
