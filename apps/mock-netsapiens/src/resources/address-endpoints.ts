import { randomBytes } from 'node:crypto';
import { failed } from '../answers.ts';
import { byOwner } from '../groups.ts';
import type { Resource } from '../resource.ts';
import type { Owned } from '../state.ts';

/** Numbers for which a carrier holds an emergency address. They are listed as addresses, which do not say the number. */
export const addressEndpoints: Resource<Owned> = {
  table: 'addressEndpoints',
  noun: 'Endpoint',
  id: 'endpoint',
  create: 'NewAddressEndpoint',
  change: 'AddressEndpointChange',
  read: 'Address',
  key: ({ domain, endpoint }) => `${domain}/${endpoint}`,
  groups: ({ domain }) => byOwner({ domain }),
  check: (said, _place, of) =>
    of === undefined && said['address-callback-number'] === undefined
      ? failed(400, 'address-callback-number is missing')
      : undefined,
  make: ({ 'address-callback-number': number, ...said }, { domain }) => ({
    'emergency-address-id': `a-${randomBytes(4).toString('hex')}`,
    user: 'domain',
    'address-line-1': '',
    'address-city': '',
    'address-state-province-abbreviation': '',
    'address-postal-code': '',
    'address-country-abbreviation': '',
    ...said,
    endpoint: String(number),
    domain: String(domain?.domain),
  }),
  show: (row) => ({ ...row, 'address-formatted-pidflo': '' }),
};
