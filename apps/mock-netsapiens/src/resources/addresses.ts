import { failed } from '../answers.ts';
import { byOwner } from '../groups.ts';
import type { Resource } from '../resource.ts';
import type { Owned, Row } from '../state.ts';

/** Emergency addresses. Those of a domain belong to its user `domain`. */
export const addresses: Resource<Owned> = {
  table: 'addresses',
  noun: 'Address',
  id: 'emergency-address-id',
  create: 'NewAddress',
  change: 'AddressChange',
  read: 'Address',
  taken: failed(409, 'Conflicting address_id'),
  key: (row) => `${row.domain}/${row['emergency-address-id']}`,
  groups: byOwner,
  make: (said, { domain, user }) => ({
    'address-line-2': null,
    carrier: 'example',
    'ip-address-public': null,
    ...said,
    domain: String(domain?.domain),
    user: user?.user ?? 'domain',
  }),
};

/** A create is answered with the member names of v1. */
export const showCreated = (row: Row): Row => ({
  address_id: row['emergency-address-id'],
  domain: row.domain,
  user: row.user,
  address_name: row['address-name'],
  callid_nmbr: '',
  address_line_1: row['address-line-1'],
  address_line_2: row['address-line-2'] ?? '',
  city: row['address-city'],
  state_code: row['address-state-province-abbreviation'],
  zip: row['address-postal-code'],
  country_code: row['address-country-abbreviation'],
  location: row['address-location-description'] ?? '',
  carrier: row.carrier ?? '',
  public_ip: row['ip-address-public'] ?? '',
  'address-formatted-pidflo': {},
});
