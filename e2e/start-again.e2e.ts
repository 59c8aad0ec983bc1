import { afterAll, beforeAll, expect, test } from 'vitest';
import { PARTS } from '../scripts/lib/stack.ts';
import { ask, cardsOf, giveClientSecret, giveCredentials, lettersAbout, openStage, type Stage, synchronized } from './stage.ts';

const CSP = 'Northwind Telecom';
const DOMAIN = 'acme.example';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true, vendorsRemember: true, ownPostgres: true, phones: true });
});
afterAll(() => stage?.close());

/** The vendors remember what they knew; the local Slack has forgotten every message. */
async function killAndStartEverything(): Promise<void> {
  for (const part of PARTS) await stage.stack.program(part).kill();
  for (const part of PARTS) await stage.stack.start(part);
}

test('everything is killed and started again, twice: the card is in Slack again, and the run goes on where it was', async () => {
  const { olivia } = stage;
  await ask(stage, { cspCompany: CSP, domains: DOMAIN });
  await olivia.cardSays(CSP, 'Waiting for whoever holds the client secret');

  await killAndStartEverything();
  await giveClientSecret(stage, CSP);
  await olivia.cardSays(CSP, `Enter credentials: ${DOMAIN}`);

  await killAndStartEverything();
  await giveCredentials(stage, CSP, DOMAIN);
  await synchronized(stage, CSP, DOMAIN);
  expect(await cardsOf(stage, CSP)).toHaveLength(1);
  expect(await lettersAbout(stage, CSP)).toMatchObject([{ deliveries: 1 }]);
});
