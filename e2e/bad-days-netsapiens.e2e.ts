import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, textOf } from '../scripts/lib/person.ts';
import { logInto, sendMessage, subscribe } from './platform.ts';
import {
  breakVendor,
  enableBase,
  giveCredentials,
  officeManagerOf,
  openStage,
  plantDomains,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
  await enableBase(stage, CSP);
});
afterAll(() => stage?.close());

/** A domain of the platform that asks for messaging and waits for its credentials. */
async function wantDomain(domain: string, manager: object = {}): Promise<void> {
  await plantDomains(stage, [domain], manager);
  await stage.olivia.command(`/enable-acrobits domain ${domain}`);
}

/** One line of the card for each domain, with the trouble and the next step under it. */
async function linesOf(domain: string): Promise<string> {
  const text = textOf(await stage.olivia.card(CSP));
  const [, lines = ''] = new RegExp(`(\`${domain}\`[^\`]*(?:\`[^\`]*\`)?[^\`]*)`).exec(text) ?? [];
  return lines;
}

interface BadDay {
  readonly domain: string;
  readonly manager?: object;
  readonly credentials?: { readonly login?: string; readonly password?: string };
  readonly problem: string;
  readonly todo: string;
  /** What somebody mends at the platform before the credentials are entered again. */
  readonly mended?: object;
}

const days: readonly (readonly [string, BadDay])[] = [
  [
    'a wrong password',
    {
      domain: 'wrong-password.example',
      credentials: { password: 'mistyped-password' },
      problem: 'NetSapiens refused login name or password of integration-office-manager@wrong-password.example.',
      todo: 'Check both. Then press “Enter credentials”.',
    },
  ],
  [
    'multi-factor authentication',
    {
      domain: 'mfa.example',
      manager: { mfa: true },
      problem:
        'integration-office-manager@mfa.example has multi-factor authentication on, so Acrobits could not log in unattended.',
      todo: 'Use a dedicated Office Manager account without MFA.',
      mended: { mfa: false },
    },
  ],
  [
    'a legacy password',
    {
      domain: 'legacy.example',
      manager: { securePassword: false },
      problem: 'integration-office-manager@legacy.example has only a legacy password, which the API does not accept.',
      todo: 'Set a new portal password for it.',
      mended: { securePassword: true },
    },
  ],
  [
    'an Office Manager of another domain',
    {
      domain: 'elsewhere.example',
      credentials: { login: 'integration-office-manager@globex.example' },
      problem: 'integration-office-manager@globex.example belongs to globex.example, not to elsewhere.example.',
      todo: 'Use an Office Manager of elsewhere.example.',
    },
  ],
  [
    'a scope below Office Manager',
    {
      domain: 'lowly.example',
      manager: { scope: 'Basic User' },
      problem: 'integration-office-manager@lowly.example has scope Basic User; at least Office Manager is needed.',
      todo: 'Raise its scope, or use another account.',
      mended: { scope: 'Office Manager' },
    },
  ],
];

// At the same time, as customers would: each has a domain of its own, and they share one card.
test.concurrent.for(days)(
  '%s is said on the card, the password is destroyed, and new credentials bring the domain home',
  async ([, day]) => {
    const { olivia } = stage;
    await wantDomain(day.domain, day.manager);
    await giveCredentials(stage, CSP, day.domain, day.credentials);
    await olivia.cardSays(CSP, day.problem);
    await olivia.cardSays(CSP, day.todo);
    await olivia.cardSays(CSP, new RegExp(`${day.domain}: waiting for Office Manager credentials`));
    if (day.mended) await plantDomains(stage, [day.domain], day.mended);
    await giveCredentials(stage, CSP, day.domain);
    await synchronized(stage, CSP, day.domain);
    expect(await linesOf(day.domain)).not.toContain(day.problem);
  },
);

test('a platform that fails twice is asked again without anybody doing anything', async () => {
  const domain = 'patient.example';
  await wantDomain(domain);
  await breakVendor(stage, 'netsapiens', { operation: 'createToken', status: 503, times: 2 });
  await giveCredentials(stage, CSP, domain);
  await synchronized(stage, CSP, domain);
});

test('a domain in trouble does not hold up another one', async () => {
  const { olivia } = stage;
  await plantDomains(stage, ['held-up.example', 'swift.example']);
  await olivia.command('/enable-acrobits domain held-up.example');
  await olivia.command('/enable-acrobits domain swift.example');
  await giveCredentials(stage, CSP, 'held-up.example', { password: 'mistyped-password' });
  await giveCredentials(stage, CSP, 'swift.example');
  await synchronized(stage, CSP, 'swift.example');
  await olivia.cardSays(CSP, `NetSapiens refused login name or password of ${officeManagerOf('held-up.example')}.`);
  await olivia.cardSays(CSP, /1 domain of \d+ still open, one needs attention/);
  await giveCredentials(stage, CSP, 'held-up.example');
  await synchronized(stage, CSP, 'held-up.example');
});

test('subscriptions that NetSapiens cannot post to do not count, which the card says, and Acrobits’ repair brings the domain home', async () => {
  const { olivia } = stage;
  const { netsapiens, acrobits } = stage.stack.urls;
  const domain = 'acme.example';
  await call(`${netsapiens}/_mock/switches`, { subscriptionFails: 'at once' });
  await call(`${acrobits}/_mock/switches`, { subscriptions: 'left to the repair' });
  // Left from earlier days: to the messaging host, but for a cloudId that it does not have.
  const manager = await logInto(netsapiens, officeManagerOf(domain));
  const old = `https://localhost:${stage.stack.ports.acrobits}/netsapiens/callbacks/NSOLD`;
  await subscribe(netsapiens, manager, { model: 'message', 'post-url': `${old}/message` });
  await subscribe(netsapiens, manager, { model: 'messagesession', 'post-url': `${old}/message-session` });
  await sendMessage(netsapiens, domain, 'Anybody there?');

  await olivia.command(`/enable-acrobits domain ${domain}`);
  await giveCredentials(stage, CSP, domain);
  await olivia.cardSays(
    CSP,
    'its message and messagesession subscriptions are in error: NetSapiens cannot post to Acrobits. Trying again.',
  );

  await call(`${acrobits}/_mock/repair`, {});
  await sendMessage(netsapiens, domain, 'Now?');
  await synchronized(stage, CSP, domain);
});
