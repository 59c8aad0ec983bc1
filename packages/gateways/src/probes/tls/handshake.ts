import type { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import tls from 'node:tls';
import type { Look, TlsAnswer } from '@enablement/core';
import { asAddress } from '../../net/address.ts';
import { certificateFault, codesOf, explainFailure } from '../../net/failures.ts';
import { within } from '../look.ts';
import type { Way } from '../way.ts';

type Done = Extract<TlsAnswer, { readonly handshake: 'done' }>;

export interface Handshake {
  readonly socket: tls.TLSSocket;
  readonly seen: Done;
}

export interface TlsOptions {
  /** A further certificate authority (PEM), trusted beside the usual ones. */
  readonly ca?: string | undefined;
}

/**
 * A handshake that any certificate and any version since 1.0 gets through, so that what is wrong with them can be told; what is sent
 * over the socket afterwards must not be a secret. Whoever gets the socket closes it.
 */
export async function shakeHands(
  way: Way,
  port: number,
  { ca }: TlsOptions,
  signal: AbortSignal,
): Promise<Handshake | Exclude<TlsAnswer, Done>> {
  const began = performance.now();
  const socket = tls.connect({
    host: way.host,
    port,
    lookup: way.lookup,
    // An address has no place in SNI (RFC 6066 section 3).
    servername: asAddress(way.host) === undefined ? way.host : '',
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    // OpenSSL 3 speaks TLS 1.0 and 1.1 at security level 0 alone.
    ciphers: 'DEFAULT:@SECLEVEL=0',
    ...(ca === undefined ? {} : { ca: [...tls.getCACertificates('default'), ca] }),
  });
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await once(socket, 'secureConnect', { signal });
    return { socket, seen: describe(socket, way.host, performance.now() - began) };
  } catch (error) {
    socket.destroy();
    return failure(error, `${way.host}:${port}`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function failure(error: unknown, host: string): Exclude<TlsAnswer, Done> {
  const codes = codesOf(error);
  if (codes.includes('ECONNREFUSED')) return { handshake: 'refused' };
  const spoke = codes.some((code) => code.startsWith('ERR_SSL_') || code === 'EPROTO');
  // A server of another kind closes the connection when it hears the beginning of a handshake.
  if (spoke || codes.includes('ECONNRESET')) return { handshake: 'not TLS' };
  throw explainFailure(error, host);
}

function describe(socket: tls.TLSSocket, host: string, took: number): Done {
  // Asked for once: Node gives it no second time.
  const certificate = socket.getPeerX509Certificate();
  const names = (certificate?.subjectAltName ?? '')
    .split(', ')
    .flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []);
  return {
    handshake: 'done',
    version: socket.getProtocol() ?? 'unknown',
    fault: faultOf(socket, host, certificate),
    names,
    validTo: certificate?.validToDate,
    took,
  };
}

const VALIDITY = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** Node reports the chain before the name, and the first alone. */
function faultOf(socket: tls.TLSSocket, host: string, certificate: X509Certificate | undefined): Done['fault'] {
  if (socket.authorized) {
    // Node compares the name with that of SNI, which an address does not have.
    const address = asAddress(host);
    const fits = address === undefined || certificate?.checkIP(address) !== undefined;
    return fits ? undefined : { with: 'name', what: 'it was issued for another host name' };
  }
  // Node types it as an error and gives the code alone.
  const code = String(socket.authorizationError);
  const error = Object.assign(new Error(code), { code });
  const what = certificateFault(error) ?? `it is not trusted (${code})`;
  if (VALIDITY.has(code)) return { with: 'validity', what };
  return { with: code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? 'name' : 'chain', what };
}

export async function lookAtTls(
  way: () => Promise<Way>,
  host: string,
  port: number,
  options: TlsOptions,
  look: Look,
): Promise<TlsAnswer> {
  return await within(look, `${host}:${port}`, async (signal) => {
    const answer = await shakeHands(await way(), port, options, signal);
    if (!('socket' in answer)) return answer;
    answer.socket.destroy();
    return answer.seen;
  });
}
