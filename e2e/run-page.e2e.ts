import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, eventually, Operator, Visitor } from '../scripts/lib/person.ts';
import { ask, CLIENT_SECRET, giveClientSecret, openStage, type Stage } from './stage.ts';

const CSP = 'Northwind Telecom';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
});
afterAll(() => stage?.close());

/** Presses “Show as a page” on the card; gives the address that this person alone is told. */
async function pageFor(somebody: Operator): Promise<string> {
  const card = await somebody.card(CSP);
  const button = card.blocks.find(({ accessory }) => accessory?.action_id?.startsWith('show-page'))?.accessory;
  const before = (await somebody.messages()).length;
  await somebody.act('click', { channel: somebody.channel, ts: card.ts, action_id: button?.action_id });
  return eventually('there is an address', async () => {
    const told = (await somebody.messages()).slice(before).findLast(({ ephemeral }) => ephemeral);
    return told && buttonsOf(told)[0]?.url;
  });
}

const shown = async (url: string) => new Visitor().open(url);

test('whoever may look hands the run to somebody without Slack: the page says what the card says, follows it, and shows no secret and no id', async () => {
  await ask(stage, { cspCompany: CSP, domains: 'acme.example' });
  await stage.olivia.cardSays(CSP, 'Waiting for whoever holds the client secret');
  const vera = new Operator(stage.stack.urls.slack, 'U0VERA');
  const url = await pageFor(vera);
  const before = await shown(url);
  expect([before.status, before.outcome]).toEqual([200, 'shown']);
  expect(before.text).toContain('Waiting for whoever holds the client secret');
  expect(before.text).toContain('by Olivia Okafor');

  const live = await fetch(`${url}/live`, { signal: AbortSignal.timeout(20_000) });
  const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
  await giveClientSecret(stage, CSP);
  for (let heard = ''; !heard.includes('event: changed'); ) heard += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  const after = await eventually('the page shows that it is enabled', async () => {
    const page = await shown(url);
    return page.text.includes('Enabled under cloudId NSACME') && page;
  });
  expect(after.text).toContain('Values returned');
  expect(after.text).toContain('acme.example');
  for (const hidden of [CLIENT_SECRET, 'mock-cloud-api-key', /U0[A-Z]+/, /[0-9a-f]{8}-[0-9a-f]{4}-/])
    expect(after.text).not.toMatch(hidden);
});

test('a guest gets no address, and an address that was changed opens nothing', async () => {
  const greta = new Operator(stage.stack.urls.slack, 'U0GRETA');
  const card = await greta.card(CSP);
  const button = card.blocks.find(({ accessory }) => accessory?.action_id?.startsWith('show-page'))?.accessory;
  await greta.act('click', { channel: greta.channel, ts: card.ts, action_id: button?.action_id });
  await greta.wordsSay('Guests of this workspace can do nothing here.');
  const url = await pageFor(stage.olivia);
  const forged = await shown(`${url.slice(0, -6)}AAAAAA`);
  expect([forged.status, forged.outcome]).toEqual([404, 'unknown']);
});

test('status, too, leads to the pages', async () => {
  const told = await stage.olivia.answerTo('/enable-acrobits status');
  const [, url = ''] = /<([^|>]+\/runs\/[^|>]+)\|page>/.exec(told) ?? [];
  expect((await shown(url)).outcome).toBe('shown');
});
