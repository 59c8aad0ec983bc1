import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, eventually } from '../scripts/lib/person.ts';
import { sendMessage } from './platform.ts';
import { enableBase, giveCredentials, openStage, type Stage, synchronized } from './stage.ts';

const CSP = 'Northwind Telecom';
const DOMAIN = 'acme.example';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
});
afterAll(() => stage?.close());

interface ReceivedPost {
  readonly cloudId: string;
  readonly model: string;
  readonly accepted: boolean;
  readonly events: readonly { readonly from?: string; readonly to?: string; readonly text?: string }[];
}

test('a message that one user sends another in NetSapiens is seen arriving at Acrobits, once the domain is enabled', async () => {
  await enableBase(stage, CSP, [DOMAIN]);
  await giveCredentials(stage, CSP, DOMAIN);
  await synchronized(stage, CSP, DOMAIN);

  const { netsapiens, acrobits } = stage.stack.urls;
  await sendMessage(netsapiens, DOMAIN, 'Lunch at noon?');

  const posts = await eventually('Acrobits has heard of it', async () => {
    const { posts: all } = await call<{ posts: readonly ReceivedPost[] }>(`${acrobits}/_mock/state`);
    const models = new Set(all.map(({ model }) => model));
    return models.has('message') && models.has('messagesession') ? all : undefined;
  });
  const message = posts.find(({ model }) => model === 'message');
  expect(message).toMatchObject({ cloudId: 'NSACME', accepted: true, events: [{ text: 'Lunch at noon?' }] });
  const page = await (await fetch(`${acrobits}/events`)).text();
  expect(page).toContain('Lunch at noon?');
});
