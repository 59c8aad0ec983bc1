import { type Duration, days, milliseconds } from '../../duration.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Addresses, TlsAnswer } from '../../ports/probes.ts';
import { type Check, failed, given, type Owner, passed, unknown } from '../check.ts';
import type { Observed } from '../observation.ts';

/** Certificates are renewed a month ahead as a rule; a fortnight leaves time to ask whose turn it is. */
export const CERTIFICATE_WARNING = days(14);

export interface Host {
  /** The beginning of the ids: `portal-address`. */
  readonly id: 'portal' | 'core' | 'messaging';
  /** For a sentence: `The portal`. */
  readonly name: string;
  /** What was typed, for a sentence: `The portal host`. */
  readonly called: string;
  /** `host[:port]` */
  readonly host: string;
  readonly owner: Owner;
}

/** Whether a name leads to where it can be called from the internet. */
export function addressChecks<Seen>(
  { id, name, called, host, owner }: Host,
  addressesIn: (seen: Observed<Seen>) => Observed<{ it: Addresses }>['it'],
): readonly Check<Seen>[] {
  return [
    {
      id: `${id}-address`,
      title: `${name} can be found on the internet`,
      severity: 'blocking',
      owner,
      expected: `public addresses for ${host} in DNS`,
      judge: (seen) =>
        given(addressesIn(seen), (found) => {
          if (found.found === 'nothing')
            return failed(
              `${called} ${host} does not resolve to any address.`,
              'Check the spelling of the host name, and that it is in public DNS.',
            );
          if (found.found === 'private')
            return failed(
              `${called} ${host} is a private address (${found.address}), which cannot be reached from outside.`,
              'Give the public host name, or ask for a public address.',
            );
          return passed([...found.v4, ...found.v6].join(', '));
        }),
    },
    {
      id: `${id}-ipv4`,
      title: `${name} can be reached from networks with IPv4 alone`,
      severity: 'warning',
      owner,
      expected: 'an IPv4 address (A record)',
      judge: (seen) =>
        given(addressesIn(seen), (found) => {
          if (found.found !== 'public') return unknown('Its name leads nowhere.');
          return found.v4.length > 0
            ? passed(found.v4.join(', '))
            : failed(
                'There are IPv6 addresses alone.',
                'Add an IPv4 address (A record): many mobile networks and offices have IPv4 alone.',
              );
        }),
    },
  ];
}

/** Whether somebody answers with TLS, and whether its certificate is good, and for how long. */
export function tlsChecks<Seen>(
  { id, name, host, owner }: Host,
  tlsIn: (seen: Observed<Seen>) => Observed<{ it: TlsAnswer }>['it'],
  clock: Clock,
): readonly Check<Seen>[] {
  const done =
    (judge: (answer: Extract<TlsAnswer, { handshake: 'done' }>) => ReturnType<Check<Seen>['judge']>) => (seen: Observed<Seen>) =>
      given(tlsIn(seen), (answer) => (answer.handshake === 'done' ? judge(answer) : unknown(`${host} did not answer with TLS.`)));
  return [
    {
      id: `${id}-reachable`,
      title: `${name} accepts encrypted connections`,
      severity: 'blocking',
      owner,
      expected: `TLS at ${host}`,
      judge: (seen) =>
        given(tlsIn(seen), (answer) => {
          if (answer.handshake === 'refused')
            return failed(
              `${host} refused the connection: nothing listens there.`,
              'Check host and port, and that the server runs.',
            );
          if (answer.handshake === 'not TLS')
            return failed(`What answers at ${host} does not speak TLS.`, 'Check the port: https is usually on 443.');
          return passed(`It answered within ${inMilliseconds(answer.took)}.`);
        }),
    },
    {
      id: `${id}-certificate`,
      title: `${name} proves who it is`,
      severity: 'blocking',
      owner,
      expected: `a certificate for ${host.split(':')[0]} from an authority that everybody trusts`,
      judge: done(({ fault, names }) => {
        if (fault === undefined) return passed('The certificate can be trusted.');
        const seen = `The certificate cannot be trusted: ${fault.what}${fault.with === 'name' && names.length > 0 ? ` (${names.slice(0, 5).join(', ')})` : ''}.`;
        return failed(seen, FIXES[fault.with]);
      }),
    },
    {
      id: `${id}-certificate-end`,
      title: `${name}’s certificate does not end soon`,
      severity: 'warning',
      owner,
      expected: 'a certificate that is valid for 14 days and more',
      judge: done(({ validTo, fault }) => {
        if (fault?.with === 'validity') return unknown('Its time has not begun, or is over.');
        if (validTo === undefined) return unknown('The certificate does not say until when it is valid.');
        const left = validTo.getTime() - clock.now().getTime();
        const until = `Valid until ${validTo.toISOString().slice(0, 10)}.`;
        return left > CERTIFICATE_WARNING ? passed(until) : failed(until, 'Renew it now, before calls and log-ins stop.');
      }),
    },
    {
      id: `${id}-tls-version`,
      title: `${name} uses an encryption that is safe today`,
      severity: 'warning',
      owner,
      expected: 'TLS 1.2 or 1.3',
      judge: done(({ version }) =>
        /^TLSv1\.[23]$/.test(version)
          ? passed(version)
          : failed(version, 'Switch TLS 1.2 or 1.3 on: phones and services refuse older versions.'),
      ),
    },
  ];
}

const FIXES = {
  name: 'Install a certificate for this host name, or give the host name that the certificate is for.',
  validity: 'Install a certificate that is valid now.',
  chain: 'Install a certificate from a public authority, together with the certificates in between.',
} as const;

export const inMilliseconds = (took: Duration): string => `${Math.max(1, Math.round(took))} ms`;
export const SLOW = milliseconds(1_500);
