import type { Reply } from '@enablement/mock-kit';
import { failed, nothingCalled, noUser } from '../answers.ts';
import { byOwner } from '../groups.ts';
import { userNamed } from '../lookups.ts';
import type { Place } from '../places.ts';
import type { Resource } from '../resource.ts';
import type { Owned, Row } from '../state.ts';

const available = '[*]';

/** Left out, a number leads to the user that is named, or nowhere yet (inferred). `[*]` is the published default of the others. */
export const makePhoneNumber = (said: Row & { readonly domain: string }): Owned => ({
  enabled: 'yes',
  'dial-rule-application':
    (said['dial-rule-translation-destination-user'] ?? available) === available ? 'available-number' : 'to-user',
  'dial-rule-translation-destination-user': available,
  'dial-rule-translation-destination-host': available,
  'dial-rule-translation-source-name': available,
  'dial-rule-parameter': '',
  'dial-rule-description': '',
  ...said,
});

/** A number leads only to a user or a device that exists in its domain. That this is checked, and how it is refused, is inferred. */
function checkRoute(said: Row, { state, domain }: Place, of?: Owned): Reply | undefined {
  const name = of?.domain ?? domain?.domain ?? '';
  const rule = makePhoneNumber({ ...of, ...said, domain: name });
  const host = rule['dial-rule-translation-destination-host'];
  if (host !== available && host !== name) return undefined;
  const target = String(rule['dial-rule-translation-destination-user']);
  const application = String(rule['dial-rule-application']);
  if (/^to-(user|voicemail)/.test(application))
    return userNamed(state, name, target) === undefined ? noUser(target, name) : undefined;
  if (!application.startsWith('to-single-device')) return undefined;
  const device = target.replace(/^sip:/, '').replace(/@.*$/, '');
  return state.tables.devices.rows.has(`${name}/${device}`) ? undefined : nothingCalled('Device', device);
}

/** A number is one on the whole platform. */
export const phoneNumbers: Resource<Owned> = {
  table: 'phoneNumbers',
  noun: 'Phone number',
  id: 'phonenumber',
  create: 'NewPhoneNumber',
  change: 'PhoneNumberChange',
  read: 'PhoneNumber',
  taken: failed(409, 'Phone number already exists'),
  key: ({ phonenumber }) => String(phonenumber),
  groups: ({ domain }) => byOwner({ domain }),
  check: checkRoute,
  make: (said, { domain }) => makePhoneNumber({ ...said, domain: String(domain?.domain) }),
};
