import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, eventually, textOf } from '../scripts/lib/person.ts';
import { ask, breakSlack, cardsOf, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
  await call(`${stage.stack.urls.slack}/_slack/switches`, { plan: false });
});
afterAll(() => stage?.close());

const WAITING = 'Waiting for whoever holds the client secret';

interface Exchange {
  readonly what: string;
  readonly at: string;
  readonly response: { readonly error?: string };
  readonly status: number;
}
const exchanges = async (): Promise<readonly Exchange[]> =>
  (await call<{ requests: readonly Exchange[] }>(`${stage.stack.urls.slack}/_slack/requests`)).requests;

test('a workspace that has no plan gets the same card in lines, and is asked once, however many cards and restarts follow', async () => {
  const { olivia, stack } = stage;
  await ask(stage, { cspCompany: 'Plain Telecom', portalUrl: 'https://plain.northwind.invalid' });
  const card = await olivia.cardSays('Plain Telecom', WAITING);
  expect(card.blocks.map(({ type }) => type)).not.toContain('plan');
  expect(textOf(card)).toContain(
    ':hourglass_flowing_sand: *Client secret received*: waiting for whoever holds the client secret',
  );
  await stack.program('bot').kill();
  await stack.start('bot');
  await ask(stage, { cspCompany: 'Second Telecom', portalUrl: 'https://second.northwind.invalid' });
  await olivia.cardSays('Second Telecom', WAITING);
  await olivia.press('Plain Telecom', 'Cancel');
  await olivia.cardSays('Plain Telecom', 'Cancelled');
  const refused = (await exchanges()).filter(({ response }) => response.error === 'invalid_blocks');
  expect(refused).toHaveLength(1);
  expect(await cardsOf(stage, 'Plain Telecom')).toHaveLength(1);
});

test('Slack asks to be left alone for a while (429): nobody calls until then, people are answered, and the card then tells the truth', async () => {
  const { olivia } = stage;
  const csp = 'Quiet Telecom';
  await ask(stage, { cspCompany: csp, portalUrl: 'https://quiet.northwind.invalid' });
  await olivia.cardSays(csp, WAITING);
  await breakSlack(stage, { method: 'chat.update', status: 429, retryAfter: 6 });
  await olivia.press(csp, 'Cancel');
  const limited = await eventually('Slack has asked for quiet', async () =>
    (await exchanges()).find(({ what, status }) => what === 'chat.update' && status === 429),
  );
  expect(await olivia.answerTo('/enable-acrobits status quiet')).toContain('Quiet Telecom');
  await olivia.cardSays(csp, 'Cancelled');
  const next = (await exchanges()).find(({ what, at }) => what === 'chat.update' && at > limited.at);
  expect(Date.parse(next?.at ?? '') - Date.parse(limited.at)).toBeGreaterThanOrEqual(6_000);
  expect(await cardsOf(stage, csp)).toHaveLength(1);
});

test('somebody deletes the card and nothing happens to the run: after a restart it stands there again', async () => {
  const { olivia, stack } = stage;
  const csp = 'Deleted Telecom';
  await ask(stage, { cspCompany: csp, portalUrl: 'https://deleted.northwind.invalid' });
  const { ts } = await olivia.cardSays(csp, WAITING);
  await eventually('its thread was begun', async () => (await olivia.messages()).some(({ thread_ts }) => thread_ts === ts));
  await call(`${stack.urls.slack}/_slack/delete-message`, { channel: olivia.channel, ts });
  await stack.program('bot').stop();
  await stack.start('bot');
  const again = await olivia.cardSays(csp, WAITING);
  expect(again.ts).not.toBe(ts);
});
