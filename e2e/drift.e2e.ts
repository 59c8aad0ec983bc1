import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, call, enterSecret, eventually, type Message, textOf } from '../scripts/lib/person.ts';
import { freePorts } from '../scripts/lib/program.ts';
import { logInto } from './platform.ts';
import {
  CLIENT_SECRET,
  enableBase,
  giveCredentials,
  giveSecretOn,
  officeManagerOf,
  openStage,
  PASSWORD,
  type Stage,
  synchronized,
} from './stage.ts';
import { taken } from './xima/check.ts';

const CSP = 'Northwind Telecom';
const DOMAIN = 'acme.example';
/** The mock's key of the reseller Northwind: its chance is one word again and again. */
const TEXT = `nsr_${'invented'.repeat(6)}`;
const KEY = TEXT + crc32(TEXT).toString(16).padStart(8, '0');

let stage: Stage;
let folder: string;
beforeAll(async () => {
  const [slack = 0, bot = 0, web = 0, netsapiens = 0, acrobits = 0, smtp = 0, provisioning = 0, sip = 0, sips = 0] =
    await freePorts(9);
  folder = await mkdtemp(path.join(tmpdir(), 'enablement-drift-'));
  const file = path.join(folder, 'environments.yaml');
  // The file knows what the form does not ask for: where the core speaks SIP on this machine.
  await writeFile(
    file,
    `environments:
  - { cloudId: NSACME, portalUrl: "https://localhost:${netsapiens}", coreHost: localhost, corePort: ${sip}, coreTlsPort: ${sips},
      clientId: acrobits-softphone, clientSecret: { env: NS_CLIENT_SECRET } }\n`,
  );
  stage = await openStage({
    autoReply: true,
    ports: { slack, bot, web, netsapiens, acrobits, smtp, provisioning, sip, sips },
    env: { bot: { ENVIRONMENTS: file, NS_CLIENT_SECRET: CLIENT_SECRET, RECHECK_HOURS: '0.0005' } },
  });
});
afterAll(async () => {
  await stage?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const seed = (body: object) => call(`${stage.stack.urls.netsapiens}/_mock/seed`, body);
const cards = async (): Promise<readonly Message[]> =>
  (await stage.olivia.messages()).filter(({ ephemeral, text }) => !ephemeral && text.startsWith(`${CSP} has changed:`));
const cardSays = (words: string | RegExp): Promise<Message> =>
  eventually(`the card of what changed says ${words}`, async () => {
    const card = (await cards()).at(-1);
    const text = textOf(card);
    if (card && (typeof words === 'string' ? text.includes(words) : words.test(text))) return card;
    throw new Error(`it says: ${text}`);
  });
/** How often the platform was looked at so far: each look asks once what the key can do. */
const looks = async (): Promise<number> => {
  const requests = await call<readonly { operation?: string }[]>(`${stage.stack.urls.netsapiens}/_mock/requests`);
  return requests.filter(({ operation }) => operation === 'getMyApiKey').length;
};

test('an environment that works is looked at again and again, and nobody is told of it', async () => {
  await enableBase(stage, CSP, [DOMAIN]);
  await giveCredentials(stage, CSP, DOMAIN);
  await synchronized(stage, CSP, DOMAIN);
  const { olivia } = stage;
  const page = await olivia.pageAfter('NetSapiens API key', async () => {
    await olivia.command('/enable-acrobits rotate');
    await olivia.pressAnswer('NetSapiens API key');
  });
  await giveSecretOn(page, KEY);
  await eventually('it was looked at twice', async () => (await looks()) >= 2);
  expect(await cards()).toEqual([]);
});

test('subscriptions that are gone open a card, and one click provisions the domain again', async () => {
  const { olivia, stack } = stage;
  const token = await logInto(stack.urls.netsapiens, 'super@system.example');
  const headers = { authorization: `Bearer ${token}` };
  const all: readonly { id: string; domain: string }[] = await (
    await fetch(`${stack.urls.netsapiens}/ns-api/v2/subscriptions`, { headers })
  ).json();
  for (const { id } of all.filter(({ domain }) => domain === DOMAIN))
    await fetch(`${stack.urls.netsapiens}/ns-api/v2/subscriptions/${id}`, { method: 'DELETE', headers });
  // A look between the two deletions misses only one of them.
  const card = await cardSays('message and messagesession are missing');
  expect(textOf(card)).toContain('Acrobits is told of new messages');
  const button = buttonsOf(card).find(({ text }) => typeof text === 'object' && text.text === `Provision ${DOMAIN} again`);
  const repair = await olivia.pageAfter(`x: ${DOMAIN}`, () =>
    olivia.act('click', { channel: olivia.channel, ts: card.ts, action_id: button?.action_id }),
  );
  taken(await enterSecret(repair, PASSWORD, officeManagerOf(DOMAIN)));
  const closed = await cardSays('All is well again');
  expect(closed.ts).toBe(card.ts);
  expect(buttonsOf(closed)).toEqual([]);
  expect(await cards()).toHaveLength(1);
});

test('a revoked client opens one card, also when the bot dies meanwhile, and it closes when the client is back', async () => {
  const { stack } = stage;
  await seed({ revokedClients: ['acrobits-softphone'] });
  const card = await cardSays('(OAuth client)*: It was refused');
  expect(buttonsOf(card).map(({ text }) => typeof text === 'object' && text.text)).toContain('New client secret');
  await stack.program('bot').kill();
  await stack.start('bot');
  const before = await looks();
  await eventually('it was looked at again', async () => (await looks()) > before);
  expect(await cards()).toHaveLength(2);
  await seed({ clients: [{ id: 'acrobits-softphone', secret: CLIENT_SECRET }] });
  const closed = await cardSays('All is well again');
  expect(closed.ts).toBe(card.ts);
  expect(await cards()).toHaveLength(2);
});

test('no secret was said in Slack or printed by any program', async () => {
  const traffic = JSON.stringify(await call(`${stage.stack.urls.slack}/_slack/requests`));
  expect(traffic).toContain(`${CSP} has changed`);
  for (const secret of [KEY, CLIENT_SECRET, PASSWORD, 'mock-cloud-api-key']) {
    expect(traffic).not.toContain(secret);
    expect(stage.stack.output()).not.toContain(secret);
  }
});
