import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../scripts/lib/person.ts';
import { cardsOf, enableBase, giveCredentials, openStage, type Stage, synchronized } from './stage.ts';

const CSP = 'Northwind Telecom';

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
