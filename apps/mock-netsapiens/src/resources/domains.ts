import type { Reply } from '@enablement/mock-kit';
import { nothingCalled, notYours, scopeTooLow } from '../answers.ts';
import { atLeast } from '../callers.ts';
import { ofDomain, ofReseller } from '../groups.ts';
import type { Place } from '../places.ts';
import type { Resource } from '../resource.ts';
import type { Domain, Row } from '../state.ts';
import { putRow, rowsOf, sizeOf } from '../tables.ts';
import { users } from './users.ts';

/** What a new domain has unless it is told otherwise: `en_US` is published, the dial plan is named after the domain, the rest is from samples. */
export const makeDomain = (said: Row & { readonly domain: string; readonly reseller: string }): Domain => ({
  description: '',
  'domain-type': 'Standard',
  'dial-plan': said.domain,
  'dial-policy': 'US and Canada',
  'time-zone': 'US/Pacific',
  'language-token': 'en_US',
  'is-domain-locked': 'no',
  'single-sign-on-enabled': 'no',
  'voicemail-enabled': 'yes',
  'voicemail-transcription-enabled': 'no',
  'recording-configuration': 'no',
  'music-on-hold-enabled': 'yes',
  'limits-max-users': 0,
  'limits-max-sites': 0,
  'limits-max-active-calls-total': 0,
  ...said,
});

const resellerOf = (said: Row, { caller }: Place): string =>
  said.reseller === '~' ? caller.user.reseller : String(said.reseller);

/** Only a Super User says whose a domain is; a Reseller may name its own territory. The refusals are inferred. */
function checkReseller(said: Row, place: Place, of?: Domain): Reply | undefined {
  const reseller = said.reseller === undefined ? of?.reseller : resellerOf(said, place);
  if (reseller === undefined || reseller === of?.reseller) return undefined;
  if (!atLeast(place.caller, 'Reseller')) return scopeTooLow;
  if (!atLeast(place.caller, 'Super User')) return reseller === place.caller.user.reseller ? undefined : notYours;
  return place.state.tables.resellers.rows.has(reseller) ? undefined : nothingCalled('Reseller', reseller);
}

export const domains: Resource<Domain> = {
  table: 'domains',
  noun: 'Domain',
  id: 'domain',
  create: 'NewDomain',
  change: 'DomainChange',
  read: 'Domain',
  synchronous: 'object',
  // That everything in a domain goes with it, numbers included, is inferred. Records of calls and subscriptions stay.
  holds: [
    'users',
    'devices',
    'phones',
    'phoneNumbers',
    'smsNumbers',
    'contacts',
    'answerRules',
    'addresses',
    'addressEndpoints',
    'sites',
    'connections',
  ],
  group: ({ domain }) => ofDomain(domain),
  key: ({ domain }) => domain,
  groups: ({ domain, reseller }) => [ofDomain(domain), ofReseller(reseller)],
  check: checkReseller,
  make: (said, place) => makeDomain({ ...said, domain: String(said.domain), reseller: resellerOf(said, place) }),
  /** Who moves a domain to another territory moves its users. */
  settled: ({ tables }, { domain, reseller }) => {
    for (const user of rowsOf(tables.users, ofDomain(domain))) {
      if (user.reseller !== reseller) putRow(tables.users, users, { ...user, reseller });
    }
  },
  show: (row, { tables }) => ({
    ...row,
    'active-calls-total-current': 0,
    'active-calls-against-license-count': 0,
    'active-calls-offnet-current': 0,
    'count-subcriber-resources-total': sizeOf(tables.users, ofDomain(row.domain)),
  }),
};
