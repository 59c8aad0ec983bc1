import type { Duration } from '../duration.ts';

/**
 * What can be seen of a host from outside. Every host passes the guard against private targets after its name was looked up, and the
 * address that was judged is the one that is called. Each probe ends within the limit it was given, whatever the host does.
 * They throw `Refused` when the host may not be called, and `Unreachable` when nothing was seen.
 */
export interface Probes {
  /** Addresses of a name, or the literal itself. A name that leads nowhere, or into a private range, is an answer and no error. */
  addresses(host: string, look: Look): Promise<Addresses>;
  /** SRV records of a SIP host or domain (RFC 3263 section 4.1). */
  services(host: string, look: Look): Promise<SipServices>;
  /** Whether mail for an address of this domain can be delivered anywhere: an MX record, or an address (RFC 5321 section 5.1). */
  takesMail(domain: string, look: Look): Promise<boolean>;
  /** One TLS handshake that ends there. A certificate that cannot be trusted is an answer and no error. */
  tls(host: string, port: number, look: Look): Promise<TlsAnswer>;
  /** One GET, following nothing and sending no credentials. */
  https(url: string, look: Look): Promise<HttpsAnswer>;
  /** One OPTIONS without credentials (RFC 3261 section 11). Silence over UDP proves nothing, and is an answer too. */
  sip(target: SipTarget, look: Look): Promise<SipAnswer>;
}

/** How long a probe may take, and when nobody waits for it any more. */
export interface Look {
  readonly limit: Duration;
  readonly signal: AbortSignal;
}

/** `private`: it leads to an address that is not on the public internet (and `ALLOW_PRIVATE_HOSTS` is not set). */
export type Addresses =
  | { readonly found: 'public'; readonly v4: readonly string[]; readonly v6: readonly string[] }
  | { readonly found: 'private'; readonly address: string }
  | { readonly found: 'nothing' };

export interface ServiceRecord {
  readonly host: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/** `_sip._udp`, `_sip._tcp` and `_sips._tcp`; empty where there is no record. */
export interface SipServices {
  readonly udp: readonly ServiceRecord[];
  readonly tcp: readonly ServiceRecord[];
  readonly tls: readonly ServiceRecord[];
}

export type TlsAnswer =
  | {
      readonly handshake: 'done';
      /** `TLSv1.3`. */
      readonly version: string;
      /** What is wrong with the certificate. `what` is the rest of a sentence: `it has expired`. */
      readonly fault?: { readonly with: 'name' | 'validity' | 'chain'; readonly what: string } | undefined;
      /** Host names it was issued for. */
      readonly names: readonly string[];
      readonly validTo: Date | undefined;
      readonly took: Duration;
    }
  /** `refused`: nothing listens there. `not TLS`: something does, and it speaks otherwise. */
  | { readonly handshake: 'refused' }
  | { readonly handshake: 'not TLS' };

export interface HttpsAnswer {
  readonly status: number;
  /** Where it redirects to: `https://host[:port]`, no path, because that may hold what was sent. */
  readonly redirectsTo?: string | undefined;
  readonly isHtml: boolean;
  /** How far its clock is ahead of ours (negative: behind), by its Date header, to the second; `undefined` without one. */
  readonly clockAhead?: Duration | undefined;
  readonly took: Duration;
}

export type SipTransport = 'UDP' | 'TCP' | 'TLS';

export interface SipTarget {
  readonly host: string;
  readonly port: number;
  readonly transport: SipTransport;
}

export type SipAnswer =
  /** Any final status: 401, 405 and 503 prove as well as 200 that a SIP server is there. */
  | {
      readonly answered: true;
      readonly status: number;
      readonly reason: string;
      /** What is wrong with its certificate, as the rest of a sentence; over TLS only. */
      readonly certificateFault?: string | undefined;
      readonly took: Duration;
    }
  /** `refused`: nothing listens there. `not SIP`: something does, and speaks otherwise. `silent`: nothing came in time. */
  | { readonly answered: false; readonly how: 'refused' | 'not SIP' | 'silent' };
