import { cloudId as cloudIdField } from '../../enablement/fields.ts';
import type { Environment } from '../../environments/environment.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Check, failed, given, passed, unknown } from '../check.ts';
import type { EnvironmentSeen } from './environment-look.ts';
import { addressChecks, tlsChecks } from './hosts.ts';

const acrobits = { severity: 'blocking', owner: 'Acrobits' } as const;

/** What Acrobits returned: cloudId, API key and messaging server host. */
export function messagingChecks({ cloudId, messaging }: Environment, clock: Clock): readonly Check<EnvironmentSeen>[] {
  return [
    {
      ...acrobits,
      id: 'cloud-id',
      title: 'The cloudId is one',
      expected: 'letters and digits, for example NSACME, that the messaging server knows',
      judge: ({ messagingKey }) => {
        if (!cloudIdField.safeParse(cloudId).success)
          return failed(`“${cloudId.slice(0, 70)}” has other characters.`, 'Compare it with the one Acrobits sent.');
        if (messagingKey.known && messagingKey.value === 'unknown cloudId')
          return failed(
            `${messaging?.host} does not know ${cloudId}.`,
            'Compare cloudId and messaging server host with what Acrobits sent.',
          );
        if (cloudId.endsWith('*'))
          return passed('It is one, and means the editable version: phones of customers have the live one.');
        if (!/^[A-Za-z0-9]+$/.test(cloudId))
          return unknown(
            'Acrobits documents letters and digits alone; others have been seen.',
            'Ask Acrobits whether it is right.',
          );
        return passed('It is one.');
      },
    },
    ...(messaging === undefined ? [] : serverChecks(messaging.host, clock)),
  ];
}

function serverChecks(host: string, clock: Clock): readonly Check<EnvironmentSeen>[] {
  const server = {
    id: 'messaging',
    name: 'Acrobits’ messaging server',
    called: 'The messaging server host',
    host,
    owner: 'Acrobits',
  } as const;
  const { hostname } = new URL(`https://${host}`);
  return [
    ...addressChecks<EnvironmentSeen>({ ...server, host: hostname }, ({ messagingAddress }) => messagingAddress),
    ...tlsChecks<EnvironmentSeen>(server, ({ messagingTls }) => messagingTls, clock),
    {
      ...acrobits,
      id: 'messaging-api',
      title: 'The messaging server is Acrobits’ API',
      expected: `the API of Acrobits at ${host}`,
      judge: ({ messagingKey }) =>
        given(messagingKey, (answer) =>
          answer === 'not the messaging API'
            ? failed(
                `What answers at ${host} is something else.`,
                'Compare the messaging server host with the one Acrobits sent.',
              )
            : passed('It answers as an API does.'),
        ),
    },
    {
      ...acrobits,
      id: 'messaging-key',
      title: 'Acrobits accepts the API key of the cloudId',
      expected: 'the key that belongs to this cloudId',
      judge: ({ messagingKey }) =>
        given(messagingKey, (answer) => {
          if (answer === 'accepted') return passed('It was accepted.');
          if (answer === 'refused')
            return failed(
              'It was refused.',
              'Compare the API key with the one Acrobits sent for this cloudId, and enter it again.',
            );
          return unknown(
            answer === 'cannot be told'
              ? 'It cannot be told without provisioning a domain: the server looks at the request before it looks at the key.'
              : 'The server was not asked for it.',
            'It shows when the first domain is provisioned.',
          );
        }),
    },
  ];
}
