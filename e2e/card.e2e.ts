import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, call, eventually, type Message, Operator, textOf } from '../scripts/lib/person.ts';
import {
  ask,
  breakSlack,
  breakVendor,
  cardsOf,
  enableBase,
  giveClientSecret,
  giveSecretOn,
  openStage,
  otherPortal,
  type Stage,
} from './stage.ts';

const CSP = 'Northwind Telecom';
const OTHER = 'Northwind Mobile';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
});
afterAll(() => stage?.close());

interface Exchange {
  readonly at: string;
  readonly what: string;
  readonly request: { readonly ts?: string; readonly channel?: string };
  readonly response: { readonly ok?: boolean; readonly error?: string };
}

const control = (what: string, body: object) => call(`${stage.stack.urls.slack}/_slack/${what}`, body);

async function calls(method: string): Promise<readonly Exchange[]> {
  const { requests } = await call<{ requests: readonly Exchange[] }>(`${stage.stack.urls.slack}/_slack/requests`);
  return requests.filter(({ what }) => what === method);
}

async function thread(csp: string): Promise<readonly Message[]> {
  const { ts } = await stage.olivia.card(csp);
  return (await stage.olivia.messages()).filter(({ thread_ts }) => thread_ts === ts);
}

/** Every line of the thread; the time at its end is left out. */
const linesOf = (messages: readonly Message[]): readonly string[] =>
  messages
    .flatMap(({ blocks }) => blocks.flatMap(({ text }) => (text?.text ?? '').split('\n')))
    .map((line) => line.replace(/ · <!date.*/, ''));

const threadSays = (csp: string, words: string): Promise<readonly string[]> =>
  eventually(`the thread of ${csp} says ${words}`, async () => {
    const lines = linesOf(await thread(csp));
    if (lines.some((line) => line.includes(words))) return lines;
    throw new Error(lines.join('\n'));
  });

test('the card shows the steps as Slack’s plan and the domains as its table; its thread tells once what happened and who did it', async () => {
  const { olivia } = stage;
  await enableBase(stage, CSP, ['acme.example', 'globex.example']);
  const card = await olivia.cardSays(CSP, 'waiting for whoever manages 2 domains since');
  expect(card.blocks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['header', 'section', 'plan', 'table', 'actions', 'context']),
  );
  expect(textOf(card)).toContain('Base enablement: 7 of 7 steps done');
  expect(textOf(card)).toContain('2 domains: 2 waiting');
  const lines = await threadSays(CSP, 'Base enablement complete');
  for (const told of ['*Enablement requested* · Olivia Okafor', '*Secret entered*: client secret · Olivia Okafor'])
    expect(lines.filter((line) => line.includes(told))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('*Acrobits contacted*: mail sent to'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('*Values returned*: cloudId NSACME, messaging host'))).toHaveLength(1);
  expect(lines.join('\n')).not.toMatch(/U0[A-Z]+|undefined/);
});

test('a problem stands in the thread with what to do, and its button is gone as soon as one of two has pressed it', async () => {
  const { olivia, stack } = stage;
  const ada = new Operator(stack.urls.slack, 'U0ADA');
  await ask(stage, { cspCompany: OTHER, portalUrl: otherPortal(stage), coreHost: 'core.northwind.invalid' });
  await giveClientSecret(stage, OTHER);
  const card = await olivia.cardSays(OTHER, 'Needs attention: Prerequisites checked');
  await threadSays(OTHER, 'core.northwind.invalid');
  const again = buttonsOf(card).find(({ action_id }) => action_id?.startsWith('try-again'));
  // Answers take their time: what was pressed is under way all the while.
  await breakVendor(stage, 'netsapiens', { operation: 'getVersion', delayMs: 3_000, times: 20 });
  const press = (person: Operator) => person.act('click', { channel: olivia.channel, ts: card.ts, action_id: again?.action_id });
  await Promise.all([press(olivia), press(ada)]);
  const second = 'Somebody pressed it a moment ago';
  await eventually('the second of them is told', async () =>
    (await Promise.all([olivia, ada].map((person) => person.lastWords()))).some((told) => told.includes(second)),
  );
  await fetch(`${stack.urls.netsapiens}/_mock/faults`, { method: 'DELETE' });
  const pressed = await eventually('the button is gone', async () => {
    const now = await olivia.card(OTHER);
    return !buttonsOf(now).some(({ action_id }) => action_id?.startsWith('try-again')) && now;
  });
  expect(textOf(pressed)).toContain('Northwind Mobile');
  // It fails again, and may be tried again.
  await eventually('the button is back', async () =>
    buttonsOf(await olivia.card(OTHER)).some(({ action_id }) => action_id?.startsWith('try-again')),
  );
});

test('no card is edited more than once a second, not even across a restart, and the last edit tells the last state', async () => {
  const { olivia, stack } = stage;
  const csp = 'Busy Telecom';
  await ask(stage, { cspCompany: csp, portalUrl: 'https://busy.northwind.invalid' });
  const { ts } = await olivia.cardSays(csp, 'Waiting for whoever holds');
  for (let n = 0; n < 4; n += 1) await olivia.secretPage(csp, 'Enter client secret');
  await stack.program('bot').kill();
  await stack.start('bot');
  for (let n = 0; n < 4; n += 1) await olivia.secretPage(csp, 'Enter client secret');
  await olivia.press(csp, 'Cancel');
  await olivia.cardSays(csp, 'Cancelled');
  const edits = (await calls('chat.update')).filter(({ request }) => request.ts === ts).map(({ at }) => Date.parse(at));
  const gaps = edits.slice(1).map((at, n) => at - (edits[n] ?? 0));
  expect(edits.length).toBeGreaterThan(1);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(950);
});

test('the bot dies after Slack has posted into the thread and before it has noted that: nothing stands there twice', async () => {
  const { olivia, stack } = stage;
  const csp = 'Mortal Telecom';
  await ask(stage, { cspCompany: csp, portalUrl: 'https://mortal.northwind.invalid' });
  await olivia.cardSays(csp, 'Waiting for whoever holds');
  await threadSays(csp, 'Enablement requested');
  const before = (await thread(csp)).length;
  await breakSlack(stage, { method: 'chat.postMessage', after: true, delayMs: 20_000 });
  await olivia.press(csp, 'Cancel');
  await eventually('Slack has posted', async () => (await thread(csp)).length > before);
  await stack.program('bot').kill();
  await stack.start('bot');
  await ask(stage, { cspCompany: `${csp} again`, portalUrl: 'https://mortal.northwind.invalid' });
  await threadSays(`${csp} again`, 'Enablement requested');
  const lines = linesOf(await thread(csp));
  expect(lines.filter((line) => line.includes('Enablement cancelled'))).toHaveLength(1);
  expect(new Set(lines).size).toBe(lines.length);
});

test('a card that is forty days old is edited where it stands', async () => {
  const { olivia } = stage;
  const csp = 'Patient Telecom';
  await ask(stage, { cspCompany: csp, portalUrl: 'https://patient.northwind.invalid' });
  const { ts } = await olivia.cardSays(csp, 'Waiting for whoever holds');
  const page = await olivia.secretPage(csp, 'Enter client secret');
  await control('clock', { advanceMs: 40 * 24 * 3_600_000 });
  await giveSecretOn(page);
  const card = await olivia.cardSays(csp, 'Client secret received: fingerprint');
  expect(card.ts).toBe(ts);
  expect(await cardsOf(stage, csp)).toHaveLength(1);
});
