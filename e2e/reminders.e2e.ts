import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, type Message, Operator } from '../scripts/lib/person.ts';
import { ask, choose, giveClientSecret, openStage, otherPortal, type Stage } from './stage.ts';

const CSP = 'Northwind Telecom';

let stage: Stage;
beforeAll(async () => {
  // A business day lasts two seconds.
  const env = { BUSINESS_DAY_SECONDS: '2', ESCALATE_AFTER: '2', ESCALATION_CHANNEL: 'C0PRIVATE', APPROVE_CONTACT: '1' };
  stage = await openStage({ env: { bot: env } });
  await ask(stage, { cspCompany: CSP });
});
afterAll(() => stage?.close());

const reminders = async (csp: string): Promise<readonly Message[]> => {
  const { ts } = await stage.olivia.card(csp);
  return (await stage.olivia.messages()).filter(
    ({ thread_ts, text }) => thread_ts === ts && /still missing|Please look/.test(text),
  );
};
const escalations = async (csp: string) =>
  (await stage.olivia.messages('C0PRIVATE')).filter(({ text }) => text.includes(`${csp} has waited`));

test('who is waited for is reminded in the thread, and after two in vain another channel hears of it', async () => {
  const [first] = await eventually('a reminder', async () => {
    const found = await reminders(CSP);
    return found.length > 0 && found;
  });
  expect(first?.text).toMatch(/^<@U0OLIVIA> The OAuth client secret is still missing/);
  expect(await escalations(CSP)).toEqual([]);
  const [escalated] = await eventually('an escalation', async () => {
    const found = await escalations(CSP);
    return found.length > 0 && found;
  });
  expect(escalated?.text).toContain('2 reminders have not helped. The OAuth client secret is still missing');
});

test('snoozed from the card, nobody is reminded for as long; by a word, for another time', async () => {
  await choose(stage.olivia, CSP, 'Snooze reminders', 'for 5 business days');
  await stage.olivia.wordsSay('Nobody is reminded before');
  await stage.olivia.command(`/enable-acrobits snooze 30 ${CSP}`);
  await stage.olivia.wordsSay(`Nobody is reminded about ${CSP} before`);
  const told = (await reminders(CSP)).length;
  // What was on its way before may still arrive.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect((await reminders(CSP)).length - told).toBeLessThanOrEqual(1);
});

test('when approvers are waited for, they are reminded', async () => {
  const csp = 'Northwind Mobile';
  await ask(stage, { cspCompany: csp, portalUrl: otherPortal(stage) });
  await giveClientSecret(stage, csp);
  const [reminder] = await eventually('the approvers are reminded', async () => {
    const found = (await reminders(csp)).filter(({ text }) => text.includes('“Approve” or “Reject”'));
    return found.length > 0 && found;
  });
  expect(reminder?.text).toMatch(/^<!subteam\^S0APPROVERS> Please look at what Acrobits will be told/);
});

test('each reminder stands in the thread once, also when the bot is killed again and again', async () => {
  for (let n = 0; n < 3; n++) {
    await stage.stack.program('bot').kill();
    await stage.stack.start('bot');
  }
  const vera = new Operator(stage.stack.urls.slack, 'U0VERA');
  const { ts } = await vera.card('Northwind Mobile');
  const told = (await vera.messages()).filter(({ thread_ts }) => thread_ts === ts).length;
  await eventually(
    'the next reminder',
    async () => (await vera.messages()).filter(({ thread_ts }) => thread_ts === ts).length > told,
  );
  expect(await vera.answerTo('/enable-acrobits snooze 1')).toContain('You may not snooze reminders here.');
});
