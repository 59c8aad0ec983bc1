import type { Reply } from '@enablement/mock-kit';
import { noUser } from '../answers.ts';
import { byOwner } from '../groups.ts';
import { userNamed } from '../lookups.ts';
import type { Place } from '../places.ts';
import type { Resource } from '../resource.ts';
import type { Owned, Row } from '../state.ts';

export const makeSmsNumber = (said: Row & { readonly domain: string }): Owned => ({
  dest: '',
  carrier: 'example',
  'mms-capable': true,
  'group-mms-capable': false,
  ...said,
});

/** A number of a user needs that user. Inferred, as for phone numbers. */
function checkDestination(said: Row, { state, domain }: Place, of?: Owned): Reply | undefined {
  const { application, dest = '' }: Row = { ...of, ...said };
  const name = of?.domain ?? domain?.domain ?? '';
  return application === 'user' && userNamed(state, name, String(dest)) === undefined ? noUser(String(dest), name) : undefined;
}

/** A message number is one on the whole platform, and its user's if it leads to one. */
export const smsNumbers: Resource<Owned> = {
  table: 'smsNumbers',
  noun: 'SMS number',
  id: 'number',
  parameter: 'smsnumber',
  create: 'NewSmsNumber',
  change: 'SmsNumberChange',
  read: 'SmsNumber',
  key: ({ number }) => String(number),
  groups: ({ domain, application, dest }) => byOwner({ domain, user: application === 'user' ? String(dest) : undefined }),
  check: checkDestination,
  make: (said, { domain }) => makeSmsNumber({ ...said, domain: String(domain?.domain) }),
};
