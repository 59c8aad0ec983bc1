import type { XimaTarget } from '../../environments/environment.ts';
import type { SipAnswer } from '../../ports/probes.ts';
import { type Check, failed, given, passed, unknown } from '../check.ts';
import type { XimaSeen } from './look.ts';

/** Whether calls can get from Xima to the platform: the name, and then whether telephony answers there. */
export function proxyChecks({ sipProxyServerHost: host, sipProxyServerPort: port }: XimaTarget): readonly Check<XimaSeen>[] {
  return [
    {
      id: 'xima-proxy-host',
      title: 'The name of the telephone server can be found (sip_proxy_server_host)',
      severity: 'blocking',
      owner: 'CSP',
      expected: `${host} leads to a public address`,
      judge: ({ proxyAddresses }) =>
        given(proxyAddresses, (addresses) => {
          if (addresses.found === 'public') return passed(`It leads to ${[...addresses.v4, ...addresses.v6].join(', ')}.`);
          if (addresses.found === 'private')
            return failed(`It leads to ${addresses.address}, which Xima cannot reach.`, 'Give Xima the public name.');
          return failed(
            'It leads to no address.',
            'Check the spelling. It usually is the host of the management portal, and stands as Outbound Proxy in the phones’ settings.',
          );
        }),
    },
    {
      id: 'xima-proxy-port',
      title: `The telephone server answers on port ${port} (sip_proxy_server_port)`,
      severity: 'blocking',
      owner: 'NetSapiens operator',
      expected: `any SIP answer from ${host}:${port}; a refusal is an answer too`,
      judge: ({ udp, tcp }) => {
        const seen = [udp, tcp].flatMap((one) => (one.known ? [one.value] : []));
        const answer = seen.find((one) => one.answered);
        if (answer?.answered) return passed(`It answered (${answer.status} ${answer.reason}).`);
        if (seen.length < 2) return given(udp, () => given(tcp, () => unknown('Nothing was seen.')));
        if (seen.some(isSilent))
          return unknown(
            'Nothing came back. A firewall that lets only known callers through looks the same.',
            `Make sure that Xima’s addresses may reach ${host} on port ${port}.`,
          );
        return failed(
          'No telephone server listens there.',
          `Check the port: it is 5060 unless whoever runs ${host} says otherwise (Outbound Proxy in the phones’ settings).`,
        );
      },
    },
  ];
}

const isSilent = (answer: SipAnswer): boolean => !answer.answered && answer.how === 'silent';
