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

test('a CSP whose messaging server is in another region is enabled there, and its messages arrive there', async () => {
  const { urls, ports } = stage.stack;
  const region = `api-eu.messaging.localhost:${ports.acrobits}`;
  await call(`${urls.acrobits}/_mock/seed`, {
    clouds: [{ cloudId: 'NSACME', apiKey: 'mock-cloud-api-key', messagingHost: region }],
  });
  await enableBase(stage, CSP, [DOMAIN]);
  await stage.olivia.cardSays(CSP, `cloudId NSACME, messaging host ${region}`);
  await giveCredentials(stage, CSP, DOMAIN);
  await synchronized(stage, CSP, DOMAIN);

  await sendMessage(urls.netsapiens, DOMAIN, 'Lunch at noon?');
  const hosts = await eventually('the region has heard of it', async () => {
    const requests = await call<readonly { operation?: string; headers: { host?: string }; status?: number }[]>(
      `${urls.acrobits}/_mock/requests`,
    );
    const events = requests.filter(({ operation, status }) => operation === 'receiveMessage' && status === 200);
    return events.length > 0
      ? requests.filter(({ operation }) => operation !== undefined).map(({ headers }) => headers.host)
      : undefined;
  });
  expect(new Set(hosts)).toEqual(new Set([region]));
});
