import { type Duration, seconds } from '../../duration.ts';
import type { Environment } from '../../environments/environment.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Check, failed, given, passed, unknown } from '../check.ts';
import type { EnvironmentSeen } from './environment-look.ts';
import { addressChecks, inMilliseconds, SLOW, tlsChecks } from './hosts.ts';

/** Tokens and subscriptions carry times; a minute is more than any network takes. */
const MOST_SKEW = seconds(60);

const operator = { severity: 'blocking', owner: 'NetSapiens operator' } as const;

/** The portal URL: one host that serves the NetSapiens API, over https, itself. */
export function portalChecks({ portalUrl }: Environment, clock: Clock): readonly Check<EnvironmentSeen>[] {
  const { host } = new URL(portalUrl);
  const portal = { id: 'portal', name: 'The portal', called: 'The portal host', host, owner: 'NetSapiens operator' } as const;
  return [
    ...addressChecks<EnvironmentSeen>({ ...portal, host: new URL(portalUrl).hostname }, ({ portalAddress }) => portalAddress),
    ...tlsChecks<EnvironmentSeen>(portal, ({ portalTls }) => portalTls, clock),
    {
      ...operator,
      id: 'portal-answers',
      title: 'The portal answers',
      expected: `an answer from ${portalUrl}/ns-api/v2/version`,
      judge: ({ portalAnswer }) =>
        given(portalAnswer, ({ status }) =>
          status >= 500
            ? failed(`It fails with status ${status}.`, 'Have the web server of the portal mended.')
            : passed(`It answered with status ${status}.`),
        ),
    },
    {
      ...operator,
      id: 'portal-redirect',
      title: 'The portal answers itself, and sends nobody elsewhere',
      expected: `no redirect away from ${portalUrl}`,
      judge: ({ portalAnswer }) =>
        given(portalAnswer, ({ redirectsTo }) =>
          redirectsTo === undefined || redirectsTo === portalUrl
            ? passed('It answers itself.')
            : failed(
                `It sends whoever calls it to ${redirectsTo}.`,
                `Give the address that serves the API. If ${redirectsTo} is the right one, give that.`,
              ),
        ),
    },
    {
      ...operator,
      id: 'portal-api',
      title: 'The portal serves the NetSapiens API',
      expected: `NetSapiens API v2 at ${portalUrl}/ns-api/v2`,
      judge: ({ version }) =>
        given(version, (answer) =>
          answer.answer === 'not an API host'
            ? failed(
                `${host} answered, but not as the NetSapiens API (${answer.seen}). Some platforms serve portal and API on different hosts.`,
                'Enter the host that serves /ns-api/v2.',
              )
            : passed('It does.'),
        ),
    },
    {
      ...operator,
      id: 'portal-clock',
      severity: 'warning',
      title: 'The portal’s clock is right',
      expected: 'the same time as here, to the minute',
      judge: ({ portalAnswer }) =>
        given(portalAnswer, ({ clockAhead }) => {
          if (clockAhead === undefined) return unknown('The portal does not tell its time.');
          return Math.abs(clockAhead) <= MOST_SKEW
            ? passed('It is.')
            : failed(
                `It is ${inWords(Math.abs(clockAhead))} ${clockAhead > 0 ? 'ahead' : 'behind'}.`,
                'Set the time of both machines by NTP: tokens and subscriptions end at a wrong time otherwise.',
              );
        }),
    },
    {
      ...operator,
      id: 'portal-speed',
      severity: 'warning',
      title: 'The portal answers quickly',
      expected: `an answer within ${inMilliseconds(SLOW)}`,
      judge: ({ portalAnswer }) =>
        given(portalAnswer, ({ took }) =>
          took <= SLOW
            ? passed(`${inMilliseconds(took)}.`)
            : failed(
                `${inMilliseconds(took)}.`,
                'Look at the load of the portal, and at the way to it: people wait that long at every log-in.',
              ),
        ),
    },
  ];
}

function inWords(time: Duration): string {
  const whole = Math.round(time / 1_000);
  return whole < 120 ? `${whole} seconds` : `${Math.round(whole / 60)} minutes`;
}
