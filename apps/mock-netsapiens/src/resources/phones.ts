import { failed } from '../answers.ts';
import { findDomain, isReply } from '../callers.ts';
import { platformDate } from '../dates.ts';
import { byOwner } from '../groups.ts';
import { domainNamed } from '../lookups.ts';
import type { Place } from '../places.ts';
import { releaseOf } from '../release.ts';
import type { Resource } from '../resource.ts';
import type { Owned, Row, State } from '../state.ts';

const mac = /^[0-9a-f]{12}$/;

/** The domain of the path, or else the one that the body names, or else the caller's own (inferred). */
const domainOf = ({ state, caller, domain }: Place, said: Row) => domain ?? findDomain(state, caller, String(said.domain ?? '~'));

/** Between 44.0 and 45.0 nearly every member got another name. Which of them 44.4 uses is not known; here the old ones. */
function namesOf45(row: Row, { tables, hostname }: State): Row {
  const line = (at: 1 | 2): Row => {
    const device = row[`device${at}`];
    return {
      [`device-provisioning-sip-uri-${at}`]: device === undefined ? '' : `sip:${device}@${row.domain}`,
      [`device-provisioning-line-${at}-enabled`]: device === undefined ? 'no' : 'yes',
      [`device-provisioning-sip-uri-${at}-shared-line-enabled`]: 'no',
    };
  };
  return {
    'device-provisioning-mac-address': row.mac,
    'device-models-brand-and-model': row.model,
    'device-provisioning-registration-core-server': hostname,
    'device-provisioning-ndp-hostname': row.server,
    'device-provisioning-sip-transport-protocol': row.transport,
    reseller: domainNamed({ tables }, String(row.domain))?.reseller ?? '',
    ...line(1),
    ...line(2),
  };
}

/** The inventory of hardware phones. A MAC address is one on the whole platform. */
export const phones: Resource<Owned> = {
  table: 'phones',
  noun: 'Phone',
  id: 'mac',
  create: 'NewPhone',
  change: 'NewPhone',
  read: (state) => (releaseOf(state) === '45.0' ? 'PhoneOf45' : 'PhoneOf44'),
  key: (row) => String(row.mac).toLowerCase(),
  groups: ({ domain }) => byOwner({ domain }),
  check: (said, place) => {
    if (!mac.test(String(said.mac).toLowerCase())) return failed(400, 'mac must be twelve hexadecimal digits');
    const domain = domainOf(place, said);
    return isReply(domain) ? domain : undefined;
  },
  make: (said, place) => {
    const { domain, reseller } = domainOf(place, said) as { domain: string; reseller: string };
    return {
      server: 'ndp1.example.net',
      transport: 'udp',
      notes: '',
      'global-one-time-pass': 'no',
      'device-provisioning-username': '',
      'device-provisioning-password': '',
      'device-provisioning-last-retrieved-datetime': '',
      'created-datetime': platformDate(place.call.now().getTime()),
      ...said,
      mac: String(said.mac).toLowerCase(),
      domain,
      territory: reseller,
    };
  },
  // A phone stays where it is: whether a change can move it to another domain is not known.
  merge: (row, said) => ({ ...row, ...said, mac: row.mac, domain: row.domain, territory: row.territory }),
  show: (row, state) => ({ ...row, ...namesOf45(row, state) }),
};

/** For operations whose body, and not their path, names the phone. */
export const macSaid = ({ call }: Place): string => String(Object(call.body).mac);
