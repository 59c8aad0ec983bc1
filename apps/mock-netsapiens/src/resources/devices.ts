import { randomBytes } from 'node:crypto';
import { byOwner } from '../groups.ts';
import { userNamed } from '../lookups.ts';
import type { Readable, Resource } from '../resource.ts';
import type { Owned, Row } from '../state.ts';

type Said = Row & { readonly device: string; readonly domain: string; readonly user: string };

/** Published defaults. Without a password the platform makes one of 16 characters. */
export const makeDevice = (said: Said): Owned => ({
  'device-sip-registration-password': randomBytes(12).toString('base64url'),
  'device-sip-registration-state': 'unregistered',
  'device-sip-registration-core-server': '',
  'device-sip-registration-contact': '',
  'device-sip-registration-ip-address': '',
  'device-sip-registration-user-agent': '',
  'device-sip-registration-datetime': null,
  'device-sip-registration-expires-datetime': null,
  'device-sip-registration-expiry-seconds': 60,
  'device-push-enabled': 'yes',
  'device-srtp-enabled': 'no',
  'device-sip-nat-traversal-enabled': 'automatic',
  'device-provisioning-sip-transport-protocol': 'udp',
  'auto-answer-enabled': 'no',
  'caller-id-number-emergency': '[*]',
  'emergency-address-id': null,
  ...said,
});

export const devices: Resource<Owned> = {
  table: 'devices',
  noun: 'Device',
  id: 'device',
  create: 'NewDevice',
  change: 'DeviceChange',
  read: 'Device',
  synchronous: 'object',
  // One SIP address a domain, whoever owns it.
  key: ({ domain, device }) => `${domain}/${device}`,
  groups: byOwner,
  make: (said, { domain, user }) =>
    makeDevice({ ...said, device: String(said.device), domain: String(domain?.domain), user: String(user?.user) }),
  show: (row, state) => {
    const owner = userNamed(state, row.domain, row.user ?? '');
    return {
      ...row,
      'device-sip-registration-uri': `sip:${row.device}@${row.domain}`,
      'login-username': owner?.login,
      'name-full-name': owner && `${owner.firstName} ${owner.lastName}`,
    };
  },
};

/** As a list shows them. */
export const devicesInLists: Readable<Owned> = {
  ...devices,
  show: (row, state) => {
    const { 'device-sip-registration-password': password, ...shown } = devices.show?.(row, state) ?? row;
    return state.switches.deviceListPasswords === 'shown' ? { ...shown, 'device-sip-registration-password': password } : shown;
  },
};
