import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, call, eventually, linesOf, type Message, Operator, textOf, Visitor } from '../scripts/lib/person.ts';
import { ask, cardsOf, enableBase, giveCredentials, openStage, otherPortal, type Stage, synchronized } from './stage.ts';

const CSP = 'Northwind Telecom';
const OTHER = 'Northwind Mobile';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true, socketMode: true });
});
afterAll(() => stage?.close());

test('behind a firewall, over Socket Mode, a domain is enabled just the same', async () => {
  const { olivia, stack } = stage;
  await enableBase(stage, CSP, ['acme.example']);
  await giveCredentials(stage, CSP, 'acme.example');
  await synchronized(stage, CSP, 'acme.example');
  await olivia.command('/enable-acrobits status');
  await olivia.wordsSay(/Northwind Telecom.*Enabled under cloudId NSACME, 1 domain synchronized/);
  expect(await cardsOf(stage, CSP)).toHaveLength(1);
  const { requests } = await call<{ requests: readonly { from: string; via: string }[] }>(`${stack.urls.slack}/_slack/requests`);
  expect(new Set(requests.filter(({ from }) => from === 'slack').map(({ via }) => via))).toEqual(new Set(['socket']));
});

test('over Socket Mode too, people are refused what they may not, and words and their buttons do the rest', async () => {
  const { olivia, stack } = stage;
  const vera = new Operator(stack.urls.slack, 'U0VERA');
  for (const typed of ['', 'rotate', 'cancel'])
    expect(await vera.answerTo(`/enable-acrobits ${typed}`)).toMatch(/You may not .+ here\. Who can: <@U0OLIVIA>/);
  expect(await vera.answerTo('/enable-acrobits list')).toContain('1 run, newest first');
  await ask(stage, { cspCompany: OTHER, portalUrl: otherPortal(stage) });
  await vera.press(OTHER, 'Cancel');
  await vera.wordsSay('You may not cancel a run here.');
  await olivia.command('/enable-acrobits cancel');
  await olivia.pressAnswer('Cancel the enablement');
  await olivia.wordsSay('Done; the card shows it.');
  await olivia.cardSays(OTHER, 'Cancelled');
});

test('over Socket Mode too, Home is shown, the card tells in its thread, and the run has its page', async () => {
  const { olivia } = stage;
  await olivia.act('home');
  const home = async () =>
    (await olivia.see<{ view: { blocks: Message['blocks'] } | null }>('home')).view?.blocks.flatMap(linesOf);
  await eventually('Home shows the run', async () => (await home())?.some((line) => line.includes(CSP)));
  const card = await olivia.card(CSP);
  await eventually('the thread tells', async () =>
    (await olivia.messages()).some(
      (message) => message.thread_ts === card.ts && textOf(message).includes('Base enablement complete'),
    ),
  );
  const button = card.blocks.find(({ accessory }) => accessory?.action_id?.startsWith('show-page'))?.accessory;
  await olivia.act('click', { channel: olivia.channel, ts: card.ts, action_id: button?.action_id });
  const url = await eventually('there is an address', async () => {
    const told = (await olivia.messages()).findLast(({ ephemeral }) => ephemeral);
    return told && buttonsOf(told).find((one) => one.url?.includes('/runs/'))?.url;
  });
  expect((await new Visitor().open(url)).outcome).toBe('shown');
});
