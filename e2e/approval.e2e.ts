import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, call, eventually, Operator, textOf } from '../scripts/lib/person.ts';
import {
  ask,
  BASE_COMPLETE,
  fillIn,
  giveClientSecret,
  giveCredentials,
  lettersAbout,
  openStage,
  otherPortal,
  type Stage,
  synchronized,
} from './stage.ts';

const POLICY = { APPROVE_CONTACT: '1', APPROVE_DOMAINS: '1', ROLES_CACHED_SECONDS: '0' };
const WHO_CAN = 'Who can: <!subteam^S0APPROVERS> (approver).';
const DOMAINS = ['acme.example', 'globex.example', 'initech.example'];

/** Those who play in it: Olivia orders, Adam approves, Ada is an admin. */
const cast = ({ stack }: Stage) => ({
  adam: new Operator(stack.urls.slack, 'U0ADAM'),
  ada: new Operator(stack.urls.slack, 'U0ADA'),
});

describe.each([
  ['HTTP', false],
  ['Socket Mode', true],
] as const)('over %s', (_, socketMode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ autoReply: true, socketMode, env: { bot: POLICY } });
  });
  afterAll(() => stage?.close());

  test('the plan is seen first; Acrobits is contacted once another person approved it, and three domains are provisioned on one click', async () => {
    const { olivia } = stage;
    const { adam } = cast(stage);
    const csp = 'Northwind Telecom';
    await ask(stage, { cspCompany: csp, domains: DOMAINS.join(' ') });
    const planned = textOf(await olivia.cardSays(csp, 'contact@acrobits.example'));
    for (const words of ['acrobits-softphone', 'not entered yet', 'acme.example']) expect(planned).toContain(words);
    await giveClientSecret(stage, csp);
    const asked = textOf(await olivia.cardSays(csp, 'an approver'));
    expect(asked).toMatch(/fingerprint [0-9a-f]{4}/);
    expect(asked).toContain('portal speaks API v2');
    await olivia.press(csp, 'Approve');
    await olivia.wordsSay(`You may not approve what leaves here. ${WHO_CAN}`);
    expect(await lettersAbout(stage, csp)).toEqual([]);
    await adam.press(csp, 'Approve');
    await olivia.cardSays(csp, BASE_COMPLETE);
    expect(await lettersAbout(stage, csp)).toHaveLength(1);

    for (const domain of DOMAINS) await giveCredentials(stage, csp, domain);
    const card = await olivia.cardSays(csp, 'Approve all 3 domains');
    expect(textOf(card)).not.toContain('created (201)');
    await adam.press(csp, 'Approve all 3 domains');
    for (const domain of DOMAINS) await synchronized(stage, csp, domain);
    await olivia.cardSays(csp, '3 domains synchronized');
  });
});

describe('on bad days', () => {
  let stage: Stage;
  let people: ReturnType<typeof cast>;
  const approvers = (...users: string[]) => call(`${stage.stack.urls.slack}/_slack/group`, { group: 'S0APPROVERS', users });
  /** A run whose letter waits for approvers; one at a time, since there are two portals only. */
  const waiting = async (csp: string) => {
    await ask(stage, { cspCompany: csp, portalUrl: otherPortal(stage) });
    await giveClientSecret(stage, csp);
    await stage.olivia.cardSays(csp, 'an approver');
  };
  const cancelled = async (csp: string) => {
    await stage.olivia.press(csp, 'Cancel');
    await stage.olivia.cardSays(csp, 'Cancelled');
  };
  beforeAll(async () => {
    stage = await openStage({ env: { bot: POLICY } });
    people = cast(stage);
  });
  afterAll(() => stage?.close());
  beforeEach(() => approvers('U0ADAM'));

  test('rejected with a reason, corrected, approved anew; the old approval counts for nothing', async () => {
    const csp = 'Rejected First';
    await waiting(csp);
    await fillIn(people.adam, csp, 'Reject', { reason: 'That is the lab’s core.' });
    await stage.olivia.cardSays(csp, 'That is the lab’s core.');
    expect(await lettersAbout(stage, csp)).toEqual([]);
    await fillIn(stage.olivia, csp, 'Correct the values', { coreHost: '127.0.0.1' });
    await people.adam.press(csp, 'Approve');
    await stage.olivia.cardSays(csp, /mail sent to/);
    const letters = await lettersAbout(stage, csp);
    expect(letters.map(({ text }) => text)).toEqual([expect.stringContaining('Primary core hostname: 127.0.0.1')]);
    await cancelled(csp);
  });

  test('a reason is asked for, and a rejection without one is none', async () => {
    const csp = 'Rejected In Silence';
    await waiting(csp);
    await people.adam.press(csp, 'Reject');
    await expect.poll(async () => (await people.adam.modal())?.title?.text).toBe('Reject');
    expect(await people.adam.submit({ reason: ' x ' })).toMatchObject({ errors: { reason: 'Say it in a few words, please.' } });
    await people.adam.act('close');
    await cancelled(csp);
  });

  test('two people who click at once are one letter, and the second is told', async () => {
    const csp = 'Clicked Twice';
    await approvers('U0ADAM', 'U0VERA');
    const vera = new Operator(stage.stack.urls.slack, 'U0VERA');
    await waiting(csp);
    await Promise.all([people.adam.press(csp, 'Approve'), vera.press(csp, 'Approve')]);
    await stage.olivia.cardSays(csp, /mail sent to/);
    const told = await Promise.all([people.adam.lastWords(), vera.lastWords()]);
    expect(told.filter((words) => words.includes('Nothing was done: that is settled already'))).toHaveLength(1);
    expect(await lettersAbout(stage, csp)).toHaveLength(1);
    await cancelled(csp);
  });

  test('a quorum of two: the word of one who lost the role meanwhile does not count', async () => {
    await stage.stack.program('bot').stop();
    await stage.stack.start('bot', { APPROVAL_QUORUM: '2' });
    const csp = 'Two Pairs Of Eyes';
    const vera = new Operator(stage.stack.urls.slack, 'U0VERA');
    await approvers('U0ADAM', 'U0VERA');
    await ask(stage, { cspCompany: csp, portalUrl: otherPortal(stage) });
    await giveClientSecret(stage, csp);
    await stage.olivia.cardSays(csp, '2 approvers');
    await people.adam.press(csp, 'Approve');
    await people.adam.wordsSay('Counted. One more person has to approve it.');
    await approvers('U0VERA');
    await vera.press(csp, 'Approve');
    await stage.olivia.cardSays(csp, /an approver/);
    expect(await lettersAbout(stage, csp)).toEqual([]);
    await approvers('U0ADAM', 'U0VERA');
    await people.adam.press(csp, 'Approve');
    await stage.olivia.cardSays(csp, /mail sent to/);
    expect(await lettersAbout(stage, csp)).toHaveLength(1);
    await cancelled(csp);
    await stage.stack.program('bot').stop();
    await stage.stack.start('bot');
  });

  test('an admin goes past the approvers: with a reason, told to everybody in the channel, and audited', async () => {
    const csp = 'Broken Glass';
    await waiting(csp);
    await people.adam.press(csp, 'Go past the approvers');
    await people.adam.wordsSay('You may not go past the approvers here. Who can: <@U0ADA> (admin).');
    await fillIn(people.ada, csp, 'Go past the approvers', { reason: 'Phones are silent.' });
    const card = await stage.olivia.cardSays(csp, /mail sent to/);
    expect(textOf(card)).toContain('Phones are silent.');
    expect(buttonsOf(card).some(({ action_id }) => action_id?.startsWith('approve'))).toBe(false);
    // Posts to a channel go a second apart, so that it may come after the card.
    const alarm = await eventually('everybody is told', async () => {
      const all = await stage.olivia.messages();
      const told = all.filter(({ text, thread_ts }) => thread_ts === undefined && text.includes('went past the approvers'));
      return told.length > 0 && told;
    });
    expect(alarm.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^<!here> <@U0ADA> went past the approvers.*Broken Glass.*“Phones are silent\.”$/),
    ]);
    const audited = await people.ada.answerTo(`/enable-acrobits audit ${csp}`);
    expect(audited).toContain('GLASS BROKEN: sent without approval');
    await cancelled(csp);
  });
});
