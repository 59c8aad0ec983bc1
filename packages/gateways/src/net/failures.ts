import { Refused, Unreachable } from '@enablement/core';

export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** OpenSSL's verdicts on a certificate (its manual page "verify", section Diagnostics) and Node's own on the host name. */
const CERTIFICATE_FAULTS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it has been revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in a certificate authority that is not trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server does not send the certificates in between',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it was issued for another host name',
  HOSTNAME_MISMATCH: 'it was issued for another host name',
  CERT_UNTRUSTED: 'it is not trusted',
  INVALID_CA: 'its certificate authority is not valid',
  CERT_SIGNATURE_FAILURE: 'its signature is wrong',
};

/** Every error in the chain of causes, the outermost first. Several addresses tried at once come as one `AggregateError`. */
function* chain(error: unknown): Generator<Error> {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    yield at;
    if (at instanceof AggregateError) for (const inner of at.errors) if (inner instanceof Error) yield inner;
  }
}

/** What the system calls it: `ECONNREFUSED`, …; the outermost first. */
export const codesOf = (error: unknown): readonly string[] =>
  [...chain(error)].flatMap((one) => ('code' in one && typeof one.code === 'string' ? [one.code] : []));

/** What the certificate of a failed connection suffers from, as the rest of a sentence, or `undefined` when that was not it. */
export function certificateFault(error: unknown): string | undefined {
  for (const one of chain(error)) {
    // nodemailer puts its own code first and keeps the connection's as `originalCode`.
    for (const code of ['code' in one ? one.code : '', 'originalCode' in one ? one.originalCode : '']) {
      const fault = CERTIFICATE_FAULTS[String(code)];
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

const CONNECTION_FAULTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection: nothing listens there',
  ECONNRESET: 'broke off the connection',
  EPIPE: 'broke off the connection',
  UND_ERR_SOCKET: 'broke off the connection',
  ETIMEDOUT: 'did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'did not finish its answer in time',
  EHOSTUNREACH: 'cannot be reached from this network',
  ENETUNREACH: 'cannot be reached from this network',
};

/**
 * Turns what the network threw into one of core's two errors. `host` is `name[:port]`; neither path nor headers nor body get
 * into the sentence, because a secret may be in any of them. For the same reason the low-level error is not kept as the cause.
 */
export function explainFailure(error: unknown, host: string): Refused | Unreachable {
  for (const one of chain(error)) if (one instanceof Refused || one instanceof Unreachable) return one;
  const codes = codesOf(error);
  const certificate = certificateFault(error);
  if (certificate !== undefined) {
    return new Refused(
      `The certificate of ${host} cannot be trusted: ${certificate}.`,
      `Ask whoever runs ${host} to install a valid certificate, with its chain.`,
    );
  }
  if (codes.some((code) => code.startsWith('ERR_SSL_') || code === 'EPROTO')) {
    return new Refused(`${host} does not speak TLS as expected.`, 'Check the port: https is expected, usually on 443.');
  }
  // The WHATWG Fetch standard blocks a list of ports (25, 6000, …), and undici has no code for it.
  if ([...chain(error)].some((one) => one.message === 'bad port')) {
    return new Refused(
      `The port of ${host} belongs to another service and is never used for the web.`,
      'Check the port: https is usually on 443.',
    );
  }
  if ([...chain(error)].some((one) => one.name === 'HTTPParserError')) {
    return new Refused(`What answers at ${host} is not a web server.`, 'Check the host and the port.');
  }
  const known = codes.find((code) => CONNECTION_FAULTS[code] !== undefined);
  const what =
    known === undefined ? `could not be reached${codes[0] === undefined ? '' : ` (${codes[0]})`}` : CONNECTION_FAULTS[known];
  return new Unreachable(`${host} ${what}.`, `Check that ${host} is up and accepts connections from here.`);
}

/** @param limit what was waited for, in milliseconds */
export function tooSlow(host: string, limit: number): Unreachable {
  return new Unreachable(
    `${host} did not answer within ${limit >= 1_000 ? `${Math.round(limit / 1_000)} seconds` : `${limit} milliseconds`}.`,
    `Check that ${host} is up and accepts connections from here.`,
  );
}
