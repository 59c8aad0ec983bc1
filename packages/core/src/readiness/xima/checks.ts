import type { XimaTarget } from '../../environments/environment.ts';
import { type Check, failed, given, passed, type Ruling, unknown } from '../check.ts';
import type { XimaSeen } from './look.ts';
import { proxyChecks } from './proxy-checks.ts';

/** The vendor's scope names that Xima accepts: Office Manager at least. */
const ENOUGH: ReadonlySet<string> = new Set(['Office Manager', 'Call Center Supervisor', 'NDP', 'Reseller', 'Super User']);

const WHERE_CLIENTS_ARE = 'System → Settings → Advanced → OAuth Clients, in the NetSapiens admin portal';
const WHERE_USERS_ARE = 'Users → the user, in the NetSapiens portal';

/**
 * Xima's own list for the case that users cannot be pulled ("Verifying API access"), in its order, then the number and the SIP proxy.
 * Each value that can be wrong is named by one check alone; what cannot be judged because of it is unknown.
 */
export function ximaChecks(target: XimaTarget): readonly Check<XimaSeen>[] {
  return [...accessChecks(target), ...userChecks(target), ...numberChecks(target), ...proxyChecks(target)];
}

function accessChecks({ apiUrl, apiClientId }: XimaTarget): readonly Check<XimaSeen>[] {
  return [
    {
      id: 'xima-api-url',
      title: 'The API answers at the address that Xima gets (api_url)',
      severity: 'blocking',
      owner: 'CSP',
      expected: `NetSapiens API v2 at ${apiUrl}`,
      judge: ({ apiAddresses, api }) =>
        given(apiAddresses, (addresses) => {
          if (addresses.found === 'nothing') return failed('The name leads to no address.', 'Check the spelling of api_url.');
          if (addresses.found === 'private')
            return failed(`The name leads to ${addresses.address}, which Xima cannot reach.`, 'Give Xima the public address.');
          return given(api, judgeApi);
        }),
    },
    {
      id: 'xima-oauth-client',
      title: 'NetSapiens knows the application that Xima logs in as (api_client_id, api_client_secret)',
      severity: 'blocking',
      owner: 'CSP',
      expected: `OAuth client ${apiClientId}, with the secret that was entered`,
      judge: ({ logIn, client }) =>
        given(logIn, () =>
          given(client, (answer) => {
            if (answer === 'accepted') return passed('It was accepted.');
            if (answer === 'unclear')
              return unknown('The log-in was refused, and NetSapiens does not say whether the client or the user was wrong.');
            return failed(
              'It was refused: the ID is wrong, the secret is wrong, or the client was revoked.',
              `Compare both values with ${WHERE_CLIENTS_ARE}. If they are right, look whether its Redirect URL is blank, as it must be.`,
            );
          }),
        ),
    },
    {
      id: 'xima-redirect-url',
      title: 'No redirect address stands in the way of Xima’s log-in',
      severity: 'warning',
      owner: 'CSP',
      expected: 'the Redirect URL of the OAuth client is blank',
      judge: ({ logIn }) =>
        given(logIn, (answer) => {
          if (answer.loggedIn) return passed('The client logs in without one.');
          if (/redirect/i.test(answer.seen))
            return failed(`NetSapiens spoke of it: ${answer.seen}.`, `Leave the Redirect URL blank in ${WHERE_CLIENTS_ARE}.`);
          return unknown(
            'It cannot be seen from outside, and the log-in did not succeed.',
            `If client ID and secret are right, this is the likely cause: leave the Redirect URL blank in ${WHERE_CLIENTS_ARE}.`,
          );
        }),
    },
    {
      id: 'xima-own-client',
      title: 'Xima has an OAuth client of its own',
      severity: 'warning',
      owner: 'CSP',
      expected: 'a client that no other application uses',
      judge: ({ sharedWith }) =>
        given(sharedWith, (others) =>
          others.length === 0
            ? passed('No other application that is known here uses it.')
            : failed(
                `${others.join(' and ')} ${others.length === 1 ? 'uses' : 'use'} the same one.`,
                `Add a client for Xima alone under ${WHERE_CLIENTS_ARE}: whoever revokes a shared one stops every application.`,
              ),
        ),
    },
  ];
}

function judgeApi(answer: XimaSeen['api']): Ruling {
  switch (answer.answer) {
    case 'speaks v2':
      return passed(`It speaks API v2 (${answer.version}).`);
    case 'no version':
      return passed('It speaks API v2, and is too old to tell its version.');
    case 'not an API host':
      return failed(
        `Something else answered there (${answer.seen}).`,
        'Give the address of the management portal that serves the API; some platforms have another host for it.',
      );
  }
}

function userChecks({ domain, apiUsername }: XimaTarget): readonly Check<XimaSeen>[] {
  const whenIn =
    (judge: (logIn: Extract<XimaSeen['logIn'], { loggedIn: true }>) => Ruling): Check<XimaSeen>['judge'] =>
    ({ logIn }) =>
      given(logIn, (answer) => (answer.loggedIn ? judge(answer) : unknown('Nobody could log in.')));
  return [
    {
      id: 'xima-api-user',
      title: 'NetSapiens accepts the user that Xima logs in as (api_username, api_password)',
      severity: 'blocking',
      owner: 'CSP',
      expected: `user ${apiUsername}, with the password that was entered`,
      judge: ({ logIn, client }) =>
        given(logIn, (answer) => {
          if (answer.loggedIn || answer.why === 'no secure password' || answer.why === 'MFA on')
            return passed('Name and password were accepted.');
          if (answer.why === 'wrong client' || (client.known && client.value === 'refused'))
            return unknown('NetSapiens refused the application before it looked at the user.');
          return failed(
            'Login name or password is wrong.',
            `Check both under ${WHERE_USERS_ARE}, set a new password if need be, and enter it here and at Xima.`,
          );
        }),
    },
    {
      id: 'xima-scope',
      title: 'That user may see enough',
      severity: 'blocking',
      owner: 'CSP',
      expected: 'scope Office Manager or higher',
      judge: whenIn(({ scope }) =>
        ENOUGH.has(scope)
          ? passed(`Its scope is ${scope}.`)
          : failed(`Its scope is ${scope}.`, `Raise it to Office Manager: ${WHERE_USERS_ARE} → Scope.`),
      ),
    },
    {
      id: 'xima-secure-password',
      title: 'That user shows “Secure password set”',
      severity: 'blocking',
      owner: 'CSP',
      expected: '“Secure password set” in the user’s profile',
      judge: ({ logIn }) =>
        given(logIn, (answer) => {
          if (answer.loggedIn || answer.why === 'MFA on') return passed('It has one.');
          if (answer.why !== 'no secure password') return unknown('Nobody could log in.');
          return failed(
            'It has only an old password or PIN, which the API does not take.',
            `Create a new Portal/API password under ${WHERE_USERS_ARE}, then enter it here and at Xima.`,
          );
        }),
    },
    {
      id: 'xima-second-factor',
      title: 'That user can log in without a person beside it',
      severity: 'blocking',
      owner: 'CSP',
      expected: 'no multi-factor authentication',
      judge: ({ logIn }) =>
        given(logIn, (answer) => {
          if (answer.loggedIn || answer.why === 'no secure password') return passed('No second factor was asked for.');
          if (answer.why !== 'MFA on') return unknown('Nobody could log in.');
          return failed(
            'A second factor is asked for, and Xima cannot give one.',
            'Switch it off for this user, or use one that is for Xima alone.',
          );
        }),
    },
    {
      id: 'xima-domain',
      title: `That user can see ${domain} (domain)`,
      severity: 'blocking',
      owner: 'CSP',
      expected: `a user of ${domain}, or one who sees all domains`,
      judge: ({ domain: seen }) =>
        given(seen, (answer) =>
          answer.visible
            ? passed('It can.')
            : failed(`It cannot (${answer.seen}).`, `Check the spelling of the domain, or use an Office Manager of ${domain}.`),
        ),
    },
    {
      id: 'xima-users',
      title: 'The users of the domain can be pulled',
      severity: 'blocking',
      owner: 'NetSapiens operator',
      expected: 'a list of users that is not empty',
      judge: ({ users }) =>
        given(users, ({ count }) =>
          count > 0
            ? passed(`${count} ${count === 1 ? 'user' : 'users'}.`)
            : failed('The list is empty.', `Add the users of ${domain} first, or ask why this account does not see them.`),
        ),
    },
  ];
}

function numberChecks({ domain, did }: XimaTarget): readonly Check<XimaSeen>[] {
  return [
    {
      id: 'xima-did',
      title: `The number for test calls is in NetSapiens (DID ${did})`,
      severity: 'blocking',
      owner: 'CSP',
      expected: `${did} in the inventory of ${domain}`,
      judge: ({ number }) =>
        given(number, (found) =>
          found === undefined
            ? failed(
                'It is not in the inventory of the domain.',
                `Check the digits, country code first; or assign the number to ${domain} (Inventory → Phone Numbers).`,
              )
            : passed('It is there.'),
        ),
    },
    {
      id: 'xima-did-route',
      title: 'Calls to that number reach a handset or an extension',
      severity: 'blocking',
      owner: 'CSP',
      expected: 'the number routes to the virtual handset or extension for Xima',
      judge: ({ number }) =>
        given(number, (found) => {
          if (found === undefined) return unknown('The number is not there.');
          const { application, destinationUser } = found;
          if (/^to-(user|device)/.test(application ?? '') && destinationUser)
            return passed(`It routes to extension ${destinationUser}.`);
          return failed(
            application === undefined || application === 'available-number'
              ? 'It routes nowhere.'
              : `It routes elsewhere (${application}).`,
            'In Inventory → Phone Numbers, let it go to the user that Xima’s virtual handset is registered as.',
          );
        }),
    },
  ];
}
