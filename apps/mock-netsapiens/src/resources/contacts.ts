import { randomBytes } from 'node:crypto';
import { platformDate } from '../dates.ts';
import { ofDomain, ofUser } from '../groups.ts';
import type { Resource } from '../resource.ts';
import type { Owned, User } from '../state.ts';

/** A contact is a user's, or shared by a domain. */
export const contacts: Resource<Owned> = {
  table: 'contacts',
  noun: 'Contact',
  id: 'unique-id',
  parameter: 'contact_id',
  create: 'NewContact',
  change: 'ContactChange',
  read: 'Contact',
  key: (row) => String(row['unique-id']),
  // Not in the domain's group when it is a user's: the domain lists what it shares.
  groups: ({ domain, user }) => [user === undefined ? ofDomain(domain) : ofUser(domain, user)],
  make: (said, { call, domain, user }) => ({
    ...said,
    ...(user === undefined ? {} : { user: user.user }),
    domain: String(domain?.domain),
    'unique-id': randomBytes(6).toString('hex'),
    tags: '',
    'created-datetime': platformDate(call.now().getTime()),
  }),
};

/** A colleague, as `includeDomain=yes` adds it. Which members such a contact has is not published. */
export const colleague = ({ user, domain, firstName, lastName, email, settings }: User): Owned => ({
  'unique-id': `${user}@${domain}`,
  domain,
  'name-first-name': firstName,
  'name-middle-name': '',
  'name-last-name': lastName,
  email,
  company: '',
  'phonenumber-work': user,
  'phonenumber-cell': '',
  'phonenumber-fax': '',
  'phonenumber-home': '',
  tags: '',
  'created-datetime': String(settings['created-datetime'] ?? ''),
});
