import { days } from '../../duration.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SubscriptionSeen } from '../../ports/inspection.ts';
import { type Check, failed, given, passed, type Ruling, unknown } from '../check.ts';
import type { DomainSeen } from './domain-look.ts';

/** Both are needed for a domain whose messages are synchronized. */
const MODELS = ['message', 'messagesession'] as const;
const SOON = days(14);

const PROVISION_AGAIN = 'Provision the domain again: Acrobits then makes its subscriptions anew.';

/** The event subscriptions that Acrobits keeps in NetSapiens for one domain. */
export function subscriptionChecks(messagingHost: string, clock: Clock): readonly Check<DomainSeen>[] {
  const host = new URL(`https://${messagingHost}`).host;
  const acrobits = { severity: 'blocking', owner: 'Acrobits' } as const;
  const ours =
    (judge: (found: readonly SubscriptionSeen[]) => Ruling): Check<DomainSeen>['judge'] =>
    ({ subscriptions }) =>
      given(subscriptions, (all) => {
        const found = all.filter(({ postHost, model }) => postHost === host && MODELS.some((wanted) => wanted === model));
        return judge(found);
      });
  const each = (bad: (one: SubscriptionSeen) => string | undefined, good: string, fix: string) =>
    ours((found) => {
      if (found.length === 0) return unknown('There is none yet.');
      const wrong = found.flatMap((one) => {
        const what = bad(one);
        return what === undefined ? [] : [`${one.model}: ${what}`];
      });
      return wrong.length === 0 ? passed(good) : failed(`${wrong.join('; ')}.`, fix);
    });
  return [
    {
      ...acrobits,
      id: 'subscriptions-present',
      title: 'Acrobits is told of new messages',
      expected: `subscriptions for message and messagesession that post to ${host}`,
      judge: ({ subscriptions }) =>
        given(subscriptions, (all) => {
          const missing = MODELS.filter((model) => !all.some((one) => one.model === model && one.postHost === host));
          if (missing.length === 0) return passed('Both are there.');
          // Acrobits' own path at another host: then the host is what is wrong, and that is for the checks of the host to say.
          const elsewhere = all.find(
            ({ postPath, postHost }) => postPath.startsWith('/netsapiens/callbacks/') && postHost !== host,
          );
          if (elsewhere !== undefined && missing.length === MODELS.length)
            return unknown(
              `They post to ${elsewhere.postHost}.`,
              'Ask Acrobits which messaging server this platform belongs to.',
            );
          return failed(`${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`, PROVISION_AGAIN);
        }),
    },
    {
      ...acrobits,
      id: 'subscriptions-status',
      title: 'Telling Acrobits works',
      expected: 'no subscription in error',
      judge: each(
        ({ status }) => (status === 'error' ? 'in error' : undefined),
        'None is in error.',
        'See that this platform can reach Acrobits’ messaging server; then provision the domain again.',
      ),
    },
    {
      ...acrobits,
      id: 'subscriptions-server',
      title: 'Subscriptions know which server sends',
      expected: 'host names alone, without https://',
      judge: each(
        ({ activeServer, preferredServer, status }) => {
          const withScheme = [activeServer, preferredServer].find((server) => server.includes('://'));
          if (withScheme !== undefined) return 'the server is given with a scheme';
          return activeServer === '' && status !== 'pending' ? 'no server sends it' : undefined;
        },
        'They do.',
        PROVISION_AGAIN,
      ),
    },
    {
      ...acrobits,
      id: 'subscriptions-end',
      severity: 'warning',
      title: 'Subscriptions do not end soon',
      expected: 'an end more than 14 days ahead',
      judge: each(
        ({ expires }) =>
          expires !== undefined && expires.getTime() - clock.now().getTime() < SOON
            ? `ends on ${expires.toISOString().slice(0, 10)}`
            : undefined,
        'They do not.',
        PROVISION_AGAIN,
      ),
    },
  ];
}
