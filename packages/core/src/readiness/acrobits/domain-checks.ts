import type { EnvironmentDomain } from '../../environments/environment.ts';
import type { LogInSeen } from '../../ports/inspection.ts';
import { type Check, failed, given, passed, type Ruling, unknown } from '../check.ts';
import type { DomainSeen } from './domain-look.ts';

const operator = { severity: 'blocking', owner: 'NetSapiens operator' } as const;

/** Office Manager and above (the vendor's scope names). */
const ENOUGH: ReadonlySet<string> = new Set(['Office Manager', 'Reseller', 'Super User']);
type Failure = Extract<LogInSeen, { loggedIn: false }>;

/** A domain, and the Office Manager that Acrobits is to use in it. */
export function domainChecks({ domain, officeManager }: EnvironmentDomain): readonly Check<DomainSeen>[] {
  return [...(officeManager === undefined ? [] : managerChecks(domain, officeManager.login)), ...insideChecks(domain)];
}

function managerChecks(domain: string, login: string): readonly Check<DomainSeen>[] {
  /** One reason for a failed log-in belongs to one check; the others cannot be judged then. */
  const unless =
    (
      why: Failure['why'],
      good: string,
      judge: (seen: Failure) => Ruling,
      beyond: readonly Failure['why'][] = [],
    ): Check<DomainSeen>['judge'] =>
    (seen) =>
      given(seen.login, (answer) => {
        if (answer.loggedIn) return passed(good);
        if (answer.why === why) return judge(answer);
        return beyond.includes(answer.why) ? passed(good) : unknown('The Office Manager could not log in.');
      });
  return [
    {
      ...operator,
      id: 'office-manager-login',
      title: 'The Office Manager’s name and password are right',
      expected: `a log-in as ${login}`,
      judge: unless(
        'wrong password',
        'They are.',
        ({ seen }) =>
          failed(
            `NetSapiens refused them (${seen}).`,
            `Check the login name, also that it belongs to ${domain}, and enter the password again.`,
          ),
        ['MFA on', 'no secure password'],
      ),
    },
    {
      ...operator,
      id: 'office-manager-password',
      title: 'The Office Manager has a secure password',
      expected: '“Secure password set” at the user',
      judge: unless(
        'no secure password',
        'It is set.',
        () =>
          failed(
            'The log-in was accepted and gave no usable token: there is only an old PIN.',
            'Set a new portal/API password for the user in the NetSapiens admin portal.',
          ),
        ['MFA on'],
      ),
    },
    {
      ...operator,
      id: 'office-manager-mfa',
      title: 'The Office Manager can log in without a second factor',
      expected: 'a service account with MFA off',
      judge: unless('MFA on', 'It can.', () =>
        failed(
          'NetSapiens asked for a second factor, and no program can give one.',
          'Switch MFA off for this account, and keep it for this purpose alone.',
        ),
      ),
    },
    {
      ...operator,
      id: 'office-manager-scope',
      title: 'The Office Manager is one',
      expected: 'scope Office Manager, Reseller or Super User',
      judge: ({ login: seen }) =>
        given(seen, (answer) => {
          if (!answer.loggedIn) return unknown('The Office Manager could not log in.');
          return ENOUGH.has(answer.scope)
            ? passed(answer.scope)
            : failed(`The scope is ${answer.scope}.`, 'Set the scope to Office Manager: Users → the user → Scope.');
        }),
    },
    {
      ...operator,
      id: 'office-manager-dedicated',
      severity: 'warning',
      title: 'The Office Manager is nobody’s own account',
      expected: 'an account for this purpose, without phones',
      judge: ({ manager }) =>
        given(manager, (user) => {
          if (user === undefined) return unknown(`Nobody with the login ${login} was found in ${domain}.`);
          if (user.devices > 0)
            return failed(
              `${user.name || user.user} has ${user.devices === 1 ? 'a phone' : `${user.devices} phones`}, so it is somebody’s own account.`,
              'Make an account for this purpose: when people leave or change their password, messages would stop.',
            );
          return passed(user.serviceCode?.startsWith('system-') ? 'It is an account of the system.' : 'It has no phones.');
        }),
    },
  ];
}

/** The extension, or the extension and one lower-case letter; `wp` is NetSapiens' own web phone. */
const isConforming = (device: string, user: string) => device.startsWith(user) && /^([a-z]|wp)?$/.test(device.slice(user.length));

function insideChecks(domain: string): readonly Check<DomainSeen>[] {
  return [
    {
      ...operator,
      id: 'domain-visible',
      title: 'The domain is there, and can be seen',
      expected: `${domain}, within reach of these credentials`,
      judge: ({ visible }) =>
        given(visible, (answer) =>
          answer.visible
            ? passed('It is.')
            : failed(
                `It cannot be seen (${answer.seen.replace(/\.$/, '')}).`,
                'Check the spelling of the domain, and whose account or key this is.',
              ),
        ),
    },
    {
      ...operator,
      id: 'users-listed',
      title: 'The users of the domain can be listed',
      expected: 'at least one user',
      judge: ({ users }) =>
        given(users, ({ count }) =>
          count > 0
            ? passed(count === 1 ? '1 user.' : `${count} users.`)
            : failed('There are none, or none are shown.', 'Add users to the domain, or use an account that sees them.'),
        ),
    },
    {
      ...operator,
      id: 'device-names',
      severity: 'warning',
      title: 'Phones are named so that they ring',
      expected: 'the extension, or the extension and one small letter: 100, 100m',
      judge: ({ devices }) =>
        given(devices, (all) => {
          const odd = all.filter(({ device, user }) => user !== '' && !isConforming(device, user)).map(({ device }) => device);
          if (odd.length === 0)
            return passed(all.length === 0 ? 'There are no phones yet.' : `${all.length} of ${all.length} are.`);
          const more = odd.length > 5 ? ` and ${odd.length - 5} more` : '';
          return failed(
            `${odd.slice(0, 5).join(', ')}${more} ${odd.length === 1 ? 'is' : 'are'} named otherwise.`,
            'Name each phone by its extension and one small letter; NetSapiens operators do not promise that others ring.',
          );
        }),
    },
  ];
}
