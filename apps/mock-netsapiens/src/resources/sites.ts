import { byOwner } from '../groups.ts';
import type { Resource } from '../resource.ts';
import type { Domain, Owned, Row } from '../state.ts';
import { checkRoom } from './limits.ts';

/** A site begins with what its domain has, which is inferred. */
export const makeSite = ({ domain, ...of }: Domain, said: Row): Owned => ({
  domain,
  'time-zone': of['time-zone'],
  'language-token': of['language-token'],
  'dial-plan': of['dial-plan'],
  'dial-policy': of['dial-policy'],
  'voicemail-enabled': 'yes',
  ...said,
});

export const sites: Resource<Owned> = {
  table: 'sites',
  noun: 'Site',
  id: 'site',
  create: 'NewSite',
  change: 'SiteChange',
  read: 'Site',
  synchronous: 'accepted',
  key: ({ domain, site }) => `${domain}/${site}`,
  groups: ({ domain }) => byOwner({ domain }),
  check: (_said, place, of) => (of === undefined ? checkRoom(place, 'sites') : undefined),
  make: (said, { domain = { domain: '', reseller: '' } }) => makeSite(domain, said),
};
