import type { Environment } from '../../environments/environment.ts';
import type { SipAnswer, SipTransport } from '../../ports/probes.ts';
import { type Check, failed, given, passed, type Ruling, unknown } from '../check.ts';
import type { Observation, Observed } from '../observation.ts';
import type { EnvironmentSeen } from './environment-look.ts';
import { addressChecks, inMilliseconds, SLOW } from './hosts.ts';

const operator = { severity: 'blocking', owner: 'NetSapiens operator' } as const;

/** The primary core hostname: where phones register. */
export function coreChecks({ coreHost }: Environment): readonly Check<EnvironmentSeen>[] {
  const core = {
    id: 'core',
    name: 'The phone server (core)',
    called: 'The core hostname',
    host: coreHost,
    owner: 'NetSapiens operator',
  } as const;
  return [
    ...addressChecks<EnvironmentSeen>(core, ({ coreAddress }) => coreAddress),
    {
      ...operator,
      id: 'core-services',
      severity: 'warning',
      title: 'What DNS says about the phone server leads somewhere',
      expected: `SRV records of ${coreHost} that lead to public addresses, or none`,
      judge: ({ coreServices }) =>
        given(coreServices, ({ udp, tcp, tls, dead }) => {
          const count = udp.length + tcp.length + tls.length;
          if (dead.length > 0)
            return failed(`They name ${dead.join(', ')}, which cannot be called.`, 'Correct or remove these SRV records.');
          return passed(
            count === 0 ? 'There are none, so that phones use the usual ports.' : `${count} of ${count} lead somewhere.`,
          );
        }),
    },
    {
      ...operator,
      id: 'core-sip',
      title: 'The phone server answers',
      expected: `an answer from ${coreHost} over UDP, TCP or TLS`,
      judge: (seen) => {
        const found = ways(seen).flatMap(([way, { known, ...rest }]) =>
          known && 'value' in rest ? [[way, rest.value] as const] : [],
        );
        const answering = found.flatMap(([way, answer]) => (answer.answered ? [`${way} (${answer.status})`] : []));
        if (answering.length > 0) return passed(`It answers over ${answering.join(', ')}.`);
        const denied = found.find(([, answer]) => !answer.answered && answer.how !== 'silent');
        if (denied !== undefined) return failed(`${coreHost}: ${told(denied[1])} (${denied[0]}).`, WRONG_CORE);
        const [unseen] = ways(seen).flatMap(([, one]) => (one.known ? [] : [one.why]));
        return unknown(
          unseen ??
            `${coreHost} was silent. It may let nobody in but phones and Acrobits, or something on the way may drop the question.`,
          'Have a phone log in, or check again from a network that the firewall lets in.',
        );
      },
    },
    wayCheck('UDP', ({ udp }) => udp),
    wayCheck('TCP', ({ tcp }) => tcp),
    wayCheck('TLS', ({ tls }) => tls),
    {
      ...operator,
      id: 'core-speed',
      severity: 'warning',
      title: 'The phone server answers quickly',
      expected: `an answer within ${inMilliseconds(SLOW)}`,
      judge: (seen) => {
        const took = ways(seen).flatMap(([, one]) => (one.known && one.value.answered ? [one.value.took] : []));
        if (took.length === 0) return unknown('It did not answer.');
        const best = Math.min(...took);
        return best <= SLOW
          ? passed(`${inMilliseconds(best)}.`)
          : failed(`${inMilliseconds(best)}.`, 'Look at the load of the core, and at the way to it.');
      },
    },
  ];
}

const WRONG_CORE =
  'Check the core hostname: it is the server that phones register at, and not always the portal. Then check that its SIP service runs.';

const ways = ({ udp, tcp, tls }: Observed<EnvironmentSeen>): readonly (readonly [SipTransport, Observation<SipAnswer>])[] => [
  ['UDP', udp],
  ['TCP', tcp],
  ['TLS', tls],
];

const told = (answer: SipAnswer): string => {
  if (answer.answered) return `answered with ${answer.status}`;
  return { refused: 'nothing listens there', 'not SIP': 'what answers is no phone server', silent: 'nobody answered' }[
    answer.how
  ];
};

/** One way in: whether it is open matters only where the server is known to be there. */
function wayCheck(
  way: SipTransport,
  seenIn: (seen: Observed<EnvironmentSeen>) => Observation<SipAnswer>,
): Check<EnvironmentSeen> {
  return {
    ...operator,
    id: `core-sip-${way.toLowerCase()}`,
    severity: 'warning',
    title: `Phones can reach the phone server over ${way}`,
    expected: `an answer over ${way}`,
    judge: (seen): Ruling => {
      const there = ways(seen).some(([, one]) => one.known && one.value.answered);
      return given(seenIn(seen), (answer) => {
        if (answer.answered) {
          if (answer.certificateFault === undefined) return passed(`It answered: ${answer.status} ${answer.reason}`.trim());
          return failed(
            `It answered, and its certificate cannot be trusted: ${answer.certificateFault}.`,
            'Install a certificate for the core hostname: phones that use TLS check it.',
          );
        }
        if (answer.how === 'silent')
          return unknown('Nobody answered, which over the internet proves nothing.', 'Try a phone, or another network.');
        if (!there) return unknown('No way in is open, or the host is another one.');
        return failed(`${sentence(told(answer))}.`, `If phones are to use ${way}, open it on the core and in the firewall.`);
      });
    },
  };
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
