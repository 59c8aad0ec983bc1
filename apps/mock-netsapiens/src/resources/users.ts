import type { Reply } from '@enablement/mock-kit';
import { failed, scopeTooLow } from '../answers.ts';
import { platformDate } from '../dates.ts';
import { ofDomain, ofLogin, ofReseller, ofUser } from '../groups.ts';
import { userByLogin } from '../lookups.ts';
import type { Place } from '../places.ts';
import type { Resource } from '../resource.ts';
import { type Domain, type Row, type Scope, type State, scopes, type User } from '../state.ts';
import { putRow } from '../tables.ts';
import { checkRoom, isFull } from './limits.ts';
import { makeSite, sites } from './sites.ts';

const taken = failed(409, 'UID already exists.');

const yes = [
  'voicemail-enabled',
  'voicemail-user-control-enabled',
  'call-screening-enabled',
  'phone-numbers-to-allow-enabled',
  'phone-numbers-to-reject-enabled',
  'directory-name-visible-in-list-enabled',
  'directory-announce-in-dial-by-name-enabled',
];
const no = [
  'privacy',
  'reject-anonymous-calls-enabled',
  'email-send-alert-new-voicemail-enabled',
  'email-send-alert-new-missed-call-enabled',
];
/** Published defaults. */
const defaults: Row = Object.fromEntries([...yes.map((name) => [name, 'yes']), ...no.map((name) => [name, 'no'])]);
const inherited = ['time-zone', 'language-token', 'area-code', 'dial-plan', 'dial-policy', 'recording-configuration'];

/** What a user has unless it is told otherwise. That these come from the domain is inferred; `[*]` is published for "as the domain's". */
export const userSettings = (domain: Domain): Row => ({
  ...defaults,
  ...Object.fromEntries(inherited.flatMap((name) => (domain[name] === undefined ? [] : [[name, domain[name]]]))),
  department: 'n/a',
  'caller-id-name': '[*]',
  'caller-id-number': '[*]',
  'caller-id-number-emergency': '[*]',
  'account-status': 'standard',
});

/** Members that the account keeps under names of its own. */
function accountOf(said: Row): Partial<User> {
  const text = (name: string): string | undefined => (said[name] === undefined ? undefined : String(said[name]));
  const account = {
    login: text('login-username') || undefined,
    firstName: text('name-first-name'),
    lastName: text('name-last-name'),
    email: text('email-address'),
    scope: text('user-scope') as Scope | undefined,
  };
  return Object.fromEntries(Object.entries(account).filter(([, value]) => value !== undefined));
}

const ofAccount = new Set(['user', 'login-username', 'name-first-name', 'name-last-name', 'email-address', 'user-scope']);
const settingsOf = (said: Row): Row => Object.fromEntries(Object.entries(said).filter(([name]) => !ofAccount.has(name)));

/** A log-in name is unique on the whole platform. That nobody grants more than it has itself, nor changes who has more, is inferred. */
function checkAccount(said: Row, place: Place, of?: User): Reply | undefined {
  const { state, caller, domain } = place;
  const { scope, login } = accountOf(said);
  const highest = Math.max(scopes.indexOf(scope ?? 'Basic User'), scopes.indexOf(of?.scope ?? 'Basic User'));
  if (highest > scopes.indexOf(caller.user.scope)) return scopeTooLow;
  const wanted = login ?? (of === undefined ? `${said.user}@${domain?.domain}` : of.login);
  const holder = userByLogin(state, wanted);
  if (holder !== undefined && (holder.user !== of?.user || holder.domain !== of.domain)) return taken;
  return of === undefined ? checkRoom(place, 'users') : undefined;
}

/** Has no secure password yet: v2 has no member for one, so that its person has to set it in the portal. */
function makeAccount(said: Row, { domain, call }: Place): User {
  const { domain: name = '', reseller = '' } = domain ?? {};
  return {
    user: String(said.user),
    domain: name,
    reseller,
    login: `${said.user}@${name}`,
    password: '',
    firstName: '',
    lastName: '',
    email: '',
    scope: 'Basic User',
    securePassword: false,
    mfa: false,
    ...accountOf(said),
    settings: {
      ...(domain === undefined ? {} : userSettings(domain)),
      'account-status': 'new',
      'created-datetime': platformDate(call.now().getTime()),
      ...settingsOf(said),
    },
  };
}

/** The name of a site that is not known yet makes one, within the domain's limit. */
function makeMissingSite({ tables }: State, { domain: name, settings }: User): void {
  const { site } = settings;
  const domain = tables.domains.rows.get(name);
  if (typeof site !== 'string' || site === '' || domain === undefined) return;
  const made = makeSite(domain, { site });
  if (!isFull({ tables }, domain, 'sites') && !tables.sites.rows.has(sites.key(made))) putRow(tables.sites, sites, made);
}

export const users: Resource<User> = {
  table: 'users',
  noun: 'User',
  id: 'user',
  create: 'NewUser',
  change: 'UserChange',
  read: 'User',
  synchronous: 'object',
  // Numbers stay, and go on pointing at nobody, as an integrator reports.
  holds: ['devices', 'contacts', 'answerRules', 'addresses'],
  group: ({ domain, user }) => ofUser(domain, user),
  key: ({ domain, user }) => `${domain}/${user}`,
  groups: ({ domain, user, login, reseller }) => [ofDomain(domain), ofUser(domain, user), ofLogin(login), ofReseller(reseller)],
  taken,
  check: checkAccount,
  make: makeAccount,
  merge: (row, said) => ({ ...row, ...accountOf(said), settings: { ...row.settings, ...settingsOf(said) } }),
  settled: makeMissingSite,
  /** Whether a secure password is set cannot be read. */
  show: ({ settings, ...account }, { switches }) => ({
    user: account.user,
    domain: account.domain,
    'name-first-name': account.firstName,
    'name-last-name': account.lastName,
    [switches.userEmail]: account.email,
    'user-scope': account.scope,
    'login-username': account.login,
    ...settings,
    'active-calls-total-current': 0,
  }),
};
