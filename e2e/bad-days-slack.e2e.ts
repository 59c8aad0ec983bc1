import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buttonsOf, call, eventually, Operator, textOf } from '../scripts/lib/person.ts';
import {
  ask,
  breakSlack,
  cardsOf,
  giveClientSecret,
  giveSecretOn,
  lettersAbout,
  openStage,
  otherPortal,
  type Stage,
} from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
});
afterAll(() => stage?.close());

/** Each story has an environment of its own. Two of them lead somewhere; the others are never called. */
let csp = '';
let number = 0;
beforeEach(() => {
  number += 1;
  csp = `Bad Day ${number}`;
});
afterEach(async () => {
  for (const method of ['*', 'chat.postMessage']) await breakSlack(stage, { method, down: false });
});

const request = (portalUrl = `https://portal${number}.northwind.invalid`) => ask(stage, { cspCompany: csp, portalUrl });
async function triedTo(method: string): Promise<boolean> {
  const { requests } = await call<{ requests: readonly { what: string; status: number }[] }>(
    `${stage.stack.urls.slack}/_slack/requests`,
  );
  return requests.at(-1)?.what === method;
}
const waiting = 'Waiting for whoever holds the client secret';

test('Slack is down while the run goes on: the work is done, and the one card tells the truth afterwards', async () => {
  const { olivia, stack } = stage;
  await request(stack.urls.portal);
  await olivia.cardSays(csp, waiting);
  const page = await olivia.secretPage(csp, 'Enter client secret');
  await breakSlack(stage, { method: '*', down: true });
  await giveSecretOn(page);
  await eventually('Acrobits has its letter although Slack is down', async () => (await lettersAbout(stage, csp)).length === 1);
  await breakSlack(stage, { method: '*', down: false });
  await olivia.cardSays(csp, 'Acrobits contacted: mail sent to');
  expect(await cardsOf(stage, csp)).toHaveLength(1);
});

test('Slack is down when the card is due: it comes once, when Slack is back', async () => {
  const { olivia } = stage;
  await breakSlack(stage, { method: 'chat.postMessage', down: true });
  await request();
  await eventually('the bot has tried to post', async () => triedTo('chat.postMessage'));
  expect(await cardsOf(stage, csp)).toEqual([]);
  await breakSlack(stage, { method: 'chat.postMessage', down: false });
  await olivia.cardSays(csp, waiting);
  expect(await cardsOf(stage, csp)).toHaveLength(1);
});

test.for([
  ['asks to slow down (429)', { status: 429, retryAfter: 1 }],
  ['fails (500)', { status: 500, times: 3 }],
  ['posts the card and loses the answer', { drop: true, after: true }],
  ['posts the card and answers 500', { status: 500, after: true }],
] as const)('Slack %s: exactly one card, and it is true', async ([, fault]) => {
  const { olivia } = stage;
  await breakSlack(stage, { method: 'chat.postMessage', ...fault });
  await request();
  await olivia.cardSays(csp, waiting);
  expect(await cardsOf(stage, csp)).toHaveLength(1);
  await olivia.press(csp, 'Cancel');
  await olivia.cardSays(csp, 'Cancelled');
  expect(await cardsOf(stage, csp)).toHaveLength(1);
});

test('an edit of the card whose answer is lost leaves a true card', async () => {
  const { olivia } = stage;
  await request();
  await olivia.cardSays(csp, waiting);
  await breakSlack(stage, { method: 'chat.update', drop: true, after: true, times: 2 });
  await olivia.press(csp, 'Cancel');
  await olivia.cardSays(csp, 'Cancelled');
  expect(buttonsOf(await olivia.card(csp))).toEqual([]);
});

test('somebody deletes the card: with the next news it comes back, and its buttons work', async () => {
  const { olivia, stack } = stage;
  await request();
  const { ts } = await olivia.cardSays(csp, waiting);
  const page = await olivia.secretPage(csp, 'Enter client secret');
  await call(`${stack.urls.slack}/_slack/delete-message`, { channel: olivia.channel, ts });
  await giveSecretOn(page);
  const again = await olivia.cardSays(csp, 'Client secret received');
  expect(again.ts).not.toBe(ts);
  expect(await cardsOf(stage, csp)).toHaveLength(1);
});

test('the channel is archived: the card moves to the person who asked', async () => {
  const { olivia, stack } = stage;
  const direct = new Operator(stack.urls.slack, 'U0OLIVIA', 'D0OLIVIA');
  await request();
  await olivia.cardSays(csp, waiting);
  const page = await olivia.secretPage(csp, 'Enter client secret');
  await call(`${stack.urls.slack}/_slack/archive`, { channel: olivia.channel });
  await giveSecretOn(page);
  const moved = await direct.cardSays(csp, 'Client secret received');
  expect(textOf(moved)).toContain('Client secret received: fingerprint');
  expect(await cardsOf(stage, csp, direct.channel)).toHaveLength(1);
  await call(`${stack.urls.slack}/_slack/archive`, { channel: olivia.channel, archived: false });
});

test('the mail server is down and comes back: Acrobits gets one letter', async () => {
  const { olivia, stack } = stage;
  await call(`${stack.urls.acrobits}/_mock/mailbox/down`, { down: true });
  await request(otherPortal(stage));
  await giveClientSecret(stage, csp);
  await olivia.cardSays(csp, /Acrobits contacted:.*Trying again\./);
  expect(await lettersAbout(stage, csp)).toEqual([]);
  await call(`${stack.urls.acrobits}/_mock/mailbox/down`, {});
  await olivia.cardSays(csp, 'Acrobits contacted: mail sent to');
  expect(await lettersAbout(stage, csp)).toMatchObject([{ deliveries: 1 }]);
});
