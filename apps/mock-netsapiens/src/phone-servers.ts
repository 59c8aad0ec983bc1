import type { Schemas } from '@enablement/contracts/netsapiens';
import type { State } from './state.ts';

/** One server that provisions phones. 5060 is the usual SIP port; 5061 for TLS is customary. */
export const phoneServers = ({ hostname }: Pick<State, 'hostname'>): Schemas['PhoneServer'][] => [
  {
    name: 'ndp1.example.net',
    location: 'Example City',
    geo_group: 'default',
    port_tcp: 5060,
    port_tls: 5061,
    backup_ok: 'yes',
    postfix: '',
    ns_api_hostname: hostname,
    status: 'active',
  },
];
