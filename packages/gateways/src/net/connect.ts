import { isIPv6, type LookupFunction } from 'node:net';
import { type Duration, seconds } from '@enablement/core';
import { Agent, buildConnector } from 'undici';
import { asAddress } from './address.ts';
import { asError } from './failures.ts';
import type { Guard } from './guard.ts';

export interface AgentOptions {
  readonly connectTimeout: Duration;
  /** A further certificate authority (PEM), trusted beside the usual ones. */
  readonly ca?: string | undefined;
}

/**
 * An agent whose every connection asks the guard, with the addresses that it then connects to. There is no second look-up in
 * between, so a name that changes its address (DNS rebinding) gains nothing.
 */
export function createGuardedAgent(guard: Guard, { connectTimeout, ca }: AgentOptions): Agent {
  const lookupFor =
    (protocol: string): LookupFunction =>
    (host, options, done) => {
      guard.admit(host, protocol).then(
        (addresses) => {
          const found = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
          const [first] = found;
          if (options.all || first === undefined) done(null, found);
          else done(null, first.address, first.family);
        },
        (error: unknown) => done(asError(error), []),
      );
    };
  const common = { timeout: connectTimeout, allowH2: false, ...(ca === undefined ? {} : { ca }) };
  const connectors = {
    'https:': buildConnector({ ...common, lookup: lookupFor('https:') }),
    'http:': buildConnector({ ...common, lookup: lookupFor('http:') }),
  };

  return new Agent({
    keepAliveTimeout: seconds(4),
    connect(options, callback) {
      const connect = options.protocol === 'https:' ? connectors['https:'] : connectors['http:'];
      const literal = asAddress(options.hostname);
      if (literal === undefined) return connect(options, callback);
      // Node never asks `lookup` about an address, so it is judged here.
      guard.admit(literal, options.protocol).then(
        () => connect(options, callback),
        (error: unknown) => callback(asError(error), null),
      );
    },
  });
}
