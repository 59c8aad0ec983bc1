import type { Release } from '@enablement/contracts/netsapiens';
import { standardPositions } from '@enablement/mock-kit';
import { seedAccess } from './access/seed.ts';
import { insert } from './bus.ts';
import { versions } from './release.ts';
import { makeAnswerRule } from './resources/answer-rules.ts';
import { makeDevice } from './resources/devices.ts';
import { makeDomain } from './resources/domains.ts';
import { makePhoneNumber } from './resources/phone-numbers.ts';
import { makeSmsNumber } from './resources/sms-numbers.ts';
import { userSettings } from './resources/users.ts';
import { type Cdr, emptyTables, type Scope, type State, type User } from './state.ts';
import { SWITCHES } from './switches.ts';
import { createTable } from './tables.ts';

export const sharedPassword = 'mock-password';

type Extra = Partial<Pick<User, 'login' | 'scope' | 'securePassword' | 'mfa' | 'password'>>;

export function makeUser(
  domain: string,
  reseller: string,
  user: string,
  [firstName, lastName]: readonly [string, string],
  extra: Extra = {},
): User {
  const login = extra.login ?? `${user}@${domain}`;
  const flags = { password: sharedPassword, scope: 'Basic User' as Scope, securePassword: true, mfa: false };
  return {
    ...flags,
    ...extra,
    user,
    domain,
    reseller,
    login,
    firstName,
    lastName,
    email: `${firstName.toLowerCase()}@${domain}`,
    settings: userSettings(makeDomain({ domain, reseller })),
  };
}

/** The people of a domain: three who make calls, and the service account that Acrobits asks for. */
const cast = (domain: string, reseller: string): User[] => [
  makeUser(domain, reseller, '100', ['Ada', 'Example']),
  makeUser(domain, reseller, '101', ['Ben', 'Example']),
  makeUser(domain, reseller, '102', ['Cleo', 'Example']),
  makeUser(domain, reseller, '900', ['Integration', 'Manager'], {
    login: `integration-office-manager@${domain}`,
    scope: 'Office Manager',
  }),
];

/** Phones of a user: `m` for mobile, as one lower-case letter after the extension is the scheme that operators support. */
function addPhones(state: State, { domain, user }: User): void {
  for (const device of [user, `${user}m`]) {
    insert(state, 'devices', makeDevice({ device, domain, user, 'device-sip-registration-password': `sip-${device}-${domain}` }));
  }
  const ring = { enabled: 'yes', parameters: ['<OwnDevices>'] };
  insert(state, 'answerRules', makeAnswerRule({ domain, user, 'time-frame': '*', enabled: 'yes', 'simultaneous-ring': ring }));
}

/** A morning at Acme: a call from outside, one to outside, one that nobody took and one between colleagues. */
const calls: readonly Pick<Cdr, 'user' | 'direction' | 'number' | 'name' | 'talkingSeconds'>[] = [
  { user: '100', direction: 1, number: '15551230999', name: 'Grace Sample', talkingSeconds: 120 },
  { user: '100', direction: 0, number: '15551230998', name: '', talkingSeconds: 45 },
  { user: '101', direction: 2, number: '15551230999', name: 'Grace Sample', talkingSeconds: 0 },
  { user: '102', direction: 3, number: '100', name: 'Ada Example', talkingSeconds: 300 },
];

function addAcme(state: State, reseller: string): void {
  const domain = 'acme.example';
  for (const [at, user] of ['100', '101', '102'].entries()) {
    const number = `1555123010${at}`;
    const route = { 'dial-rule-application': 'to-user', 'dial-rule-translation-destination-user': user };
    insert(
      state,
      'phoneNumbers',
      makePhoneNumber({ phonenumber: number, domain, ...route, 'dial-rule-translation-destination-host': domain }),
    );
    insert(state, 'smsNumbers', makeSmsNumber({ number, domain, application: 'user', dest: user }));
  }
  for (const [at, call] of calls.entries()) {
    insert(state, 'cdrs', {
      ...call,
      id: `2026013109000000000${at}`,
      domain,
      reseller,
      startedAt: Date.UTC(2026, 0, 31, 9, at * 10),
    });
  }
}

export function seed(release: Release = '44.4'): State {
  const reseller = 'northwind';
  const state: State = {
    release: versions[release],
    hostname: 'core1.example.net',
    settleMs: 300,
    tables: emptyTables(),
    changes: [],
    ...seedAccess(),
    subscriptions: [],
    waiting: [],
    outcomes: [],
    lastPost: 0,
    conversations: createTable(),
    switches: standardPositions(SWITCHES),
  };
  insert(state, 'resellers', { reseller, description: 'Northwind Telephony' });
  for (const name of ['acme', 'globex', 'initech']) {
    const domain = `${name}.example`;
    insert(state, 'domains', makeDomain({ domain, reseller, description: `${name[0]?.toUpperCase()}${name.slice(1)}` }));
    for (const user of cast(domain, reseller)) {
      insert(state, 'users', user);
      if (user.scope === 'Basic User') addPhones(state, user);
    }
  }
  for (const user of others(reseller)) insert(state, 'users', user);
  addAcme(state, reseller);
  return state;
}

const others = (reseller: string): User[] => [
  // Two Office Managers whose log-in succeeds with status 200 and still gives nothing to work with.
  makeUser('acme.example', reseller, '910', ['Lena', 'Legacy'], {
    login: 'legacy@acme.example',
    scope: 'Office Manager',
    securePassword: false,
  }),
  makeUser('acme.example', reseller, '911', ['Milo', 'Factor'], {
    login: 'mfa@acme.example',
    scope: 'Office Manager',
    mfa: true,
  }),
  makeUser('northwind.example', reseller, '1000', ['Rhea', 'Seller'], { login: 'reseller@northwind.example', scope: 'Reseller' }),
  makeUser('system.example', '*', '1', ['Sam', 'Super'], { login: 'super@system.example', scope: 'Super User' }),
];
