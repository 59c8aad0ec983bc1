/** A customer's file with something of everything, for tests. */
export const ACME = {
  domain: 'acme.example',
  description: 'Acme Corporation',
  timeZone: 'US/Pacific',
  limits: { users: 50, sites: 3 },
  emergencyAddresses: [
    {
      name: 'Headquarters',
      caller: 'Acme',
      line1: '1 Example Street',
      city: 'Springfield',
      state: 'OR',
      postalCode: '97477',
      country: 'US',
    },
  ],
  sites: [{ site: 'West' }],
  users: [
    {
      user: '100',
      firstName: 'Ada',
      lastName: 'Example',
      email: 'ada@acme.example',
      scope: 'Basic User',
      site: 'West',
      emergencyAddress: 'Headquarters',
      devices: ['', 'm'],
      answerRules: [{ ring: ['<OwnDevices>'], forwardNoAnswer: ['vmail_100'] }],
      contacts: [{ firstName: 'Grace', lastName: 'Sample', work: '15551230999' }],
    },
    { user: '101', firstName: 'Alan', lastName: 'Example', email: 'alan@acme.example', devices: [''] },
  ],
  phones: [{ mac: '00:04:F2:AA:BB:CC', model: 'Polycom VVX 411', lines: ['100'] }],
  numbers: [
    { number: '15551230100', to: { user: '100' } },
    { number: '15551230101', to: 'available' },
  ],
  contacts: [{ company: 'Globex', work: '15551230777' }],
  enable: { acrobitsMessaging: true },
} as const;
