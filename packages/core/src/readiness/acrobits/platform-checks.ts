import type { Environment } from '../../environments/environment.ts';
import type { KeySeen } from '../../ports/inspection.ts';
import { type Check, failed, given, passed, type Ruling, unknown } from '../check.ts';
import type { EnvironmentSeen } from './environment-look.ts';

const operator = { severity: 'blocking', owner: 'NetSapiens operator' } as const;

/** What NetSapiens itself says: its release, the OAuth client, and the API key where one is used. */
export function platformChecks({ clientId, netsapiensKey }: Environment): readonly Check<EnvironmentSeen>[] {
  return [
    {
      ...operator,
      id: 'netsapiens-version',
      severity: 'warning',
      title: 'The release of NetSapiens is new enough',
      expected: 'NetSapiens 44 or later',
      judge: ({ version }) =>
        given(version, (answer) => {
          if (answer.answer === 'not an API host') return unknown('The NetSapiens API was not found there.');
          if (answer.answer === 'no version') return passed('too old to tell its version');
          const major = Number(/\d+/.exec(answer.version)?.[0]);
          if (Number.isNaN(major)) return unknown(`It calls its version “${answer.version}”.`);
          return major >= 44
            ? passed(answer.version)
            : failed(answer.version, 'Update NetSapiens to release 44 or later: earlier ones lack API v2.');
        }),
    },
    {
      ...operator,
      id: 'oauth-client',
      title: 'NetSapiens knows the application that logs in (OAuth client)',
      expected: `OAuth client ${clientId}, with the secret that was given`,
      judge: ({ client }) =>
        given(client, (answer) => {
          if (answer === 'accepted') return passed('It was accepted.');
          if (answer === 'unclear')
            return unknown(
              'NetSapiens refused a trial log-in, and does not say whether the client or the user was wrong.',
              'Have one user log in, or give the credentials of an Office Manager.',
            );
          return failed(
            'It was refused: client ID or client secret is wrong, or the client was revoked.',
            'Compare both with System → Settings → Advanced → OAuth Clients in the NetSapiens admin portal, and enter the secret again.',
          );
        }),
    },
    ...(netsapiensKey === undefined ? [] : keyChecks()),
  ];
}

type Accepted = Extract<KeySeen, { key: 'accepted' }>;

/** What cannot be done without a model, for whoever reads the report. */
const NEEDED: readonly (readonly [model: string, cannot: string])[] = [
  ['domain', 'see domains'],
  ['subscriber', 'see users'],
  ['device', 'see or make softphone devices'],
  ['phonenumber', 'see phone numbers'],
  ['event', 'see or mend event subscriptions'],
];

function keyChecks(): readonly Check<EnvironmentSeen>[] {
  const accepted =
    (judge: (key: Accepted) => Ruling): Check<EnvironmentSeen>['judge'] =>
    ({ key }) =>
      given(key, (seen) => (seen.key === 'accepted' ? judge(seen) : unknown('The key was not accepted.')));
  return [
    {
      ...operator,
      id: 'api-key',
      title: 'NetSapiens accepts the API key',
      expected: 'a key that exists (nss_, nsr_, nsd_ or nsu_)',
      judge: ({ key }) =>
        given(key, (seen) => {
          if (seen.key === 'accepted')
            return passed(`It is a ${seen.reach} key${seen.domain === undefined ? '' : ` of ${seen.domain}`}.`);
          if (seen.key === 'refused' && isAboutAddress(seen)) return unknown('It does not work from this machine’s address.');
          return failed(
            seen.key === 'refused' ? `It was refused (${seen.seen}).` : `It is no API key: ${seen.seen}.`,
            'Copy it again from Admin → API Keys, or make a new one; see too whether its address list has this machine.',
          );
        }),
    },
    {
      ...operator,
      id: 'api-key-addresses',
      title: 'The API key works from here',
      expected: 'a key without an address list, or with this machine on it',
      judge: ({ key }) =>
        given(key, (seen) => {
          if (seen.key === 'accepted')
            return passed(
              seen.addresses.length === 0
                ? 'It works from anywhere.'
                : `It works from ${seen.addresses.join(', ')} alone, and from here.`,
            );
          if (seen.key === 'refused' && isAboutAddress(seen))
            return failed(`It was refused (${seen.seen}).`, 'Add the address of this machine to the key’s address list.');
          return unknown('The key was not accepted.');
        }),
    },
    {
      ...operator,
      id: 'api-key-scope',
      title: 'The API key sees whole domains',
      expected: 'a domain, reseller or system key (nsd_, nsr_, nss_)',
      judge: accepted(({ reach, scope }) =>
        reach === 'single user'
          ? failed(
              `It is a key of one user${scope === undefined ? '' : ` (${scope})`}.`,
              'Make a key for the domain (nsd_) or higher: this one cannot see other users.',
            )
          : passed(`It is a ${reach} key.`),
      ),
    },
    {
      ...operator,
      id: 'api-key-writes',
      severity: 'warning',
      title: 'The API key may change things',
      expected: 'a key that is not read-only',
      judge: accepted(({ readOnly }) =>
        readOnly
          ? failed(
              'It is read-only: with it this system can check, and cannot make softphone devices, set up customers or mend subscriptions.',
              'Make a key that is not read-only, if this system is to do that.',
            )
          : passed('It may.'),
      ),
    },
    {
      ...operator,
      id: 'api-key-models',
      severity: 'warning',
      title: 'The API key opens all that is needed',
      expected: `all models, or at least ${NEEDED.map(([model]) => model).join(', ')}`,
      judge: accepted(({ models }) => {
        const lacking = models.length === 0 ? [] : NEEDED.filter(([model]) => !models.includes(model));
        if (lacking.length === 0) return passed(models.length === 0 ? 'It opens everything.' : `It opens ${models.join(', ')}.`);
        return failed(
          `It opens ${models.join(', ')} alone. With it this system cannot ${lacking.map(([, cannot]) => cannot).join(', ')}.`,
          `Make a key with these models too: ${lacking.map(([model]) => model).join(', ')}.`,
        );
      }),
    },
  ];
}

/** The text is not published; a refusal that names an address is about it. */
const isAboutAddress = ({ seen }: { readonly seen: string }) => /\b(ip|address(es)?)\b|\d+\.\d+\.\d+\.\d+|::/i.test(seen);
