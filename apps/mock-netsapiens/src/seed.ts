import type { Scope, State, User } from './state.ts';

export const sharedPassword = 'mock-password';
export const client = { id: 'acrobits-softphone', secret: 'mock-client-secret' };
/** Never expires, and belongs to the Office Manager of acme.example: recorded conversations need a token that is always the same. */
export const lastingToken = '0123456789abcdef0123456789abcdef';
/** What the authenticator app of every account with MFA shows. */
export const passcode = '123456';

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

export function seed(): State {
  const reseller = 'northwind';
  const domains = ['acme', 'globex', 'initech'].map((name) => ({
    domain: `${name}.example`,
    reseller,
    description: `${name[0]?.toUpperCase()}${name.slice(1)}`,
  }));
  const callers = domains.flatMap(({ domain }) => cast(domain, reseller));
  const users = [
    ...callers,
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
    makeUser('northwind.example', reseller, '1000', ['Rhea', 'Seller'], {
      login: 'reseller@northwind.example',
      scope: 'Reseller',
    }),
    makeUser('system.example', '*', '1', ['Sam', 'Super'], { login: 'super@system.example', scope: 'Super User' }),
  ];
  const phones = callers.filter(({ scope }) => scope === 'Basic User');
  return {
    release: '44.4.10',
    hostname: 'core1.example.net',
    settleMs: 300,
    clients: [{ ...client }],
    domains,
    users,
    // `m` for mobile: one lower-case letter after the extension is the scheme that operators support.
    devices: phones.flatMap(({ user, domain }) =>
      ['', 'm'].map((suffix) => ({ device: user + suffix, user, domain, password: `sip-${user}${suffix}-${domain}` })),
    ),
    numbers: ['100', '101', '102'].map((user, at) => ({ number: `1555123010${at}`, domain: 'acme.example', toUser: user })),
    tokens: [
      {
        access: lastingToken,
        refresh: 'fedcba9876543210fedcba9876543210',
        login: 'integration-office-manager@acme.example',
        clientId: client.id,
        expiresAt: Number.POSITIVE_INFINITY,
      },
    ],
    challenges: new Map(),
    subscriptions: [],
  };
}
