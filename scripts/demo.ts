/** `npm run demo`: the main job from the first word to the last, without a browser, told step by step. `-- --json` for machines. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onboardCustomer } from './lib/onboard.ts';
import { call, enterSecret, eventually, Operator, textOf } from './lib/person.ts';
import { checkReadiness, localEnvironment, type Tally } from './lib/readiness.ts';
import { Stack } from './lib/stack.ts';

const json = process.argv.includes('--json');
const CSP = 'Northwind Telecom';
const DOMAINS = ['acme.example', 'globex.example'];

function tell(name: string, status: string, sentence: string): void {
  console.log(json ? JSON.stringify({ event: 'step', name, status }) : `  ${status === 'done' ? '✓' : '·'} ${sentence}`);
}

function tellReadiness(target: 'acrobits' | 'xima', { passed, failed, unknown }: Tally): void {
  if (json) console.log(JSON.stringify({ event: 'readiness', target, passed, failed, unknown }));
  else console.log(`  ${failed === 0 ? '✓' : '✗'} checked for ${target}: ${passed} passed, ${failed} failed, ${unknown} unknown`);
}

async function main(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'enablement-demo-'));
  if (!json) console.log('Starting everything on this machine …');
  let stack: Stack | undefined;
  const cleanUp = async () => {
    await stack?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void cleanUp().then(() => process.exit(130)));
  try {
    stack = await Stack.start({ dataDir, autoReply: true });
    await story(stack, dataDir);
  } finally {
    await cleanUp();
  }
}

async function story(stack: Stack, dataDir: string): Promise<void> {
  const olivia = new Operator(stack.urls.slack);
  const answer = await olivia.ask({
    cspCompany: CSP,
    contactName: 'Alex Example',
    contactEmail: 'ops@northwind.example',
    portalUrl: stack.urls.portal,
    coreHost: 'localhost',
    clientId: 'acrobits-softphone',
    domains: DOMAINS.join('\n'),
  });
  if (answer.errors) throw new Error(`the form was refused: ${JSON.stringify(answer.errors)}`);
  await olivia.cardSays(CSP, 'Prerequisites gathered: ');
  tell('Prerequisites gathered', 'done', `Olivia typed /enable-acrobits for ${CSP}; the card is in #ops`);

  const page = await olivia.secretPage(CSP, 'Enter client secret');
  await enterSecret(page, 'mock-client-secret');
  await olivia.cardSays(CSP, /Client secret received: fingerprint/);
  tell('Client secret received', 'done', 'the client secret came by a one-time page; Slack shows its fingerprint');
  await olivia.cardSays(CSP, /portal speaks API v2/);
  tell('Prerequisites checked', 'done', 'the portal speaks API v2, and the core hostname resolves');
  await olivia.cardSays(CSP, /mail sent to/);
  tell('Acrobits contacted', 'done', 'one mail went to Acrobits, without any secret in it');
  await olivia.cardSays(CSP, /Acrobits answered: values returned/);
  tell('Acrobits answered', 'done', 'Acrobits revealed the secret on our page, and returned cloudId, API key and messaging host');
  await olivia.cardSays(CSP, /Values stored: cloudId (\S+),/);
  tell('Values stored', 'done', 'the values are validated and stored');
  await olivia.cardSays(CSP, 'Base enablement complete: ');
  tell('Base enablement complete', 'done', 'base enablement is complete, whatever happens to messaging');

  for (const domain of DOMAINS) {
    const credentials = await olivia.secretPage(CSP, `Enter credentials: ${domain}`);
    await enterSecret(credentials, 'mock-password', `integration-office-manager@${domain}`);
    const card = await olivia.cardSays(CSP, new RegExp(`${domain}: (created|already existed) \\((201|200)\\)`));
    const [, how] = new RegExp(`${domain}: ([^,]+),`).exec(textOf(card)) ?? [];
    tell(`Domain ${domain}`, 'done', `${domain}: ${how} at Acrobits, both subscriptions seen in NetSapiens, password destroyed`);
  }
  const final = await olivia.cardSays(CSP, '2 domains synchronized');
  const customer = await onboardCustomer(stack, dataDir);
  if (json) console.log(JSON.stringify({ event: 'customer-onboarded', ...customer }));
  else
    console.log(
      `  ✓ ${customer.domain} came from a file to dial tone: ${customer.created} things created, ${customer.replanned} left to do`,
    );

  const text = textOf(final);
  const result = {
    event: 'result',
    result: 'enabled',
    cloudId: /Values stored: cloudId ([^,]+),/.exec(text)?.[1],
    domains: await Promise.all(
      DOMAINS.map(async (domain) => ({
        domain,
        status: Number(new RegExp(`${domain}: [a-z ]+ \\((\\d+)\\)`).exec(text)?.[1]),
        subscriptions: await subscriptions(stack, domain),
      })),
    ),
  };
  const declared = { environments: [localEnvironment(stack, result.cloudId ?? '', DOMAINS)] };
  tellReadiness('acrobits', await checkReadiness(dataDir, 'acrobits', declared));
  if (json) console.log(JSON.stringify(result));
  else
    console.log(
      `\nEnabled under cloudId ${result.cloudId}: ${result.domains.map((d) => `${d.domain} ${d.status}, ${d.subscriptions} subscriptions`).join('; ')}`,
    );
}

/** Counted in NetSapiens itself, not taken from our own word for it. */
async function subscriptions(stack: Stack, domain: string): Promise<number> {
  const login = { grant_type: 'password', client_id: 'acrobits-softphone', client_secret: 'mock-client-secret' };
  const { access_token } = await call<{ access_token: string }>(`${stack.urls.netsapiens}/ns-api/v2/tokens`, {
    ...login,
    username: 'super@system.example',
    password: 'mock-password',
  });
  return eventually('the subscriptions can be counted', async () => {
    const response = await fetch(`${stack.urls.netsapiens}/ns-api/v2/subscriptions`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    const all: readonly { domain: string; model: string }[] = await response.json();
    return all.filter((one) => one.domain === domain).length;
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
