import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, call, enterSecret, eventually, Operator, textOf } from '../scripts/lib/person.ts';
import {
  ask,
  BASE_COMPLETE,
  breakSlack,
  cardsOf,
  filledIn,
  giveSecretOn,
  lettersAbout,
  officeManagerOf,
  openStage,
  otherPortal,
  PASSWORD,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';
const WHO_CAN = /Who can: <@U0OLIVIA>, <!subteam\^S0OPS> \(operators\), <@U0ADA> \(admin\)\./;

let stage: Stage;
let people: Readonly<Record<'olivia' | 'ada' | 'adam' | 'vera' | 'greta', Operator>>;
beforeAll(async () => {
  // Slack is asked each time, so that a change of roles is seen at once.
  stage = await openStage({ autoReply: true, env: { bot: { ROLES_CACHED_SECONDS: '0' } } });
  const as = (user: string) => new Operator(stage.stack.urls.slack, user);
  people = { olivia: as('U0OLIVIA'), ada: as('U0ADA'), adam: as('U0ADAM'), vera: as('U0VERA'), greta: as('U0GRETA') };
  await ask(stage, { cspCompany: CSP, domains: 'acme.example' });
  await people.olivia.cardSays(CSP, 'Waiting for whoever holds the client secret');
});
afterAll(() => stage?.close());

const control = (what: string, body: object) => call(`${stage.stack.urls.slack}/_slack/${what}`, body);
const operators = (...users: string[]) => control('group', { group: 'S0OPS', users });
afterEach(async () => {
  await operators('U0OLIVIA', 'U0ADA');
  await control('person', { user: 'U0VERA', deactivated: false, guest: false });
});

describe('who may do what', () => {
  const words = ['status', 'list', 'domain bad/name', 'retry', 'cancel nobody', 'rotate nobody'] as const;

  test.for([
    ['olivia', words],
    ['ada', words],
    ['adam', ['status', 'list']],
    ['vera', ['status', 'list']],
    ['greta', []],
  ] as const)('%s may type %j, and is told who can do the rest', async ([name, may]) => {
    const person = people[name];
    for (const word of words) {
      const told = await person.answerTo(`/enable-acrobits ${word}`);
      const refused = name === 'greta' ? /^Guests of this workspace can do nothing here\.$/m : WHO_CAN;
      if ((may as readonly string[]).includes(word)) expect(told).not.toMatch(/You may not|Guests/);
      else expect(told).toMatch(refused);
    }
  });

  test.for(['olivia', 'ada'] as const)('the form opens for %s', async (name) => {
    await people[name].command('/enable-acrobits');
    await eventually('the form opens', async () => (await people[name].modal()) !== undefined);
    await people[name].act('close');
  });

  test.for(['adam', 'vera', 'greta'] as const)('the form does not open for %s, with and without the word', async (name) => {
    for (const typed of ['/enable-acrobits', '/enable-acrobits new']) {
      expect(await people[name].answerTo(typed)).toMatch(
        /You may not enable an environment here\. Who can: |Guests of this workspace/,
      );
    }
    expect(await people[name].modal()).toBeUndefined();
  });

  test('help is what a person may do', async () => {
    const help = (person: Operator) => person.answerTo('/enable-acrobits help');
    expect(await help(people.olivia)).toMatch(/new.*status.*list.*domain.*retry.*cancel.*rotate.*help/s);
    expect(await help(people.vera)).toMatch(/status.*list.*help/s);
    expect(await help(people.vera)).not.toMatch(/acrobits (new|domain|retry|cancel|rotate)/);
    expect(await help(people.greta)).toContain('Guests of this workspace can do nothing here.');
  });

  test.for(['adam', 'vera', 'greta'] as const)('no button on the card works for %s', async (name) => {
    const before = await people.olivia.card(CSP);
    for (const button of ['Enter client secret', 'Cancel']) {
      await people[name].press(CSP, button);
      await people[name].wordsSay(
        name === 'greta' ? /^Guests of this workspace/ : /You may not (enter a secret|cancel a run) here\. Who can: /,
      );
    }
    expect(textOf(await people.olivia.card(CSP))).toBe(textOf(before));
  });
});

describe('a role that is lost on the way', () => {
  test('while the form is open: it is not taken, and says who can', async () => {
    const csp = 'Lost With The Form';
    await operators('U0VERA');
    await people.vera.command('/enable-acrobits');
    await eventually('the form opens', async () => (await people.vera.modal()) !== undefined);
    await operators();
    await people.vera.submit(filledIn(stage, { cspCompany: csp, portalUrl: otherPortal(stage) }));
    const modal = await people.vera.modal();
    expect(modal?.title?.text).toBe('Nothing was done');
    expect(JSON.stringify(modal?.blocks)).toMatch(WHO_CAN);
    await people.vera.act('close');
    expect(await cardsOf(stage, csp)).toEqual([]);
  });

  test('after the form: Acrobits is not contacted before somebody takes over', async () => {
    const csp = 'Lost After The Form';
    await operators('U0VERA');
    expect(await people.vera.ask(filledIn(stage, { cspCompany: csp, portalUrl: otherPortal(stage) }))).toMatchObject({
      ok: true,
    });
    const page = await people.vera.secretPage(csp, 'Enter client secret');
    await operators();
    await giveSecretOn(page);
    await people.olivia.cardSays(
      csp,
      'The person who answers for this has no role any more that may order it, so nothing was sent.',
    );
    expect(buttonsOf(await people.olivia.card(csp)).map(({ action_id }) => action_id?.split(':')[0])).toContain('take-over');
    await people.vera.press(csp, 'Take over');
    await people.vera.wordsSay(/You may not take over a run here\. Who can: /);
    await people.ada.press(csp, 'Try again');
    await people.olivia.cardSays(csp, 'has no role any more');
    expect(await lettersAbout(stage, csp)).toEqual([]);
    // Also while the step is being tried once more.
    await people.ada.press(csp, 'Take over');
    const card = await people.olivia.cardSays(csp, BASE_COMPLETE);
    expect(textOf(card)).toContain('taken over by <@U0ADA>');
    expect(await lettersAbout(stage, csp)).toHaveLength(1);
  });

  test('somebody who left: their domain is not provisioned before somebody takes over', async () => {
    const csp = 'Lost After The Form';
    const domain = 'acme.example';
    await operators('U0VERA');
    await people.vera.command(`/enable-acrobits domain ${domain} ${csp}`);
    await people.vera.wordsSay('Its card now asks for the Office Manager credentials.');
    const page = await people.vera.secretPage(csp, `Enter credentials: ${domain}`);
    await control('person', { user: 'U0VERA', deactivated: true });
    await enterSecret(page, PASSWORD, officeManagerOf(domain));
    await people.olivia.cardSays(csp, 'The person who answers for this has left, so nothing was sent.');
    const provisioned = await call<object>(`${stage.stack.urls.acrobits}/_mock/state`);
    expect(JSON.stringify(provisioned)).not.toContain(domain);
    await people.olivia.press(csp, 'Take over');
    await synchronized(stage, csp, domain);
  });
});

describe('when Slack does not tell, or nobody is configured', () => {
  test('a bot that cannot ask denies, and says so; once Slack tells again it goes on', async () => {
    await stage.stack.program('bot').stop();
    await breakSlack(stage, { method: 'users.info', down: true });
    await stage.stack.start('bot');
    await people.olivia.command('/enable-acrobits status');
    await people.olivia.wordsSay('Slack does not tell just now who may look at runs, so nobody may.');
    await breakSlack(stage, { method: 'users.info', down: false });
    expect(await people.olivia.answerTo('/enable-acrobits status')).toContain(CSP);
  });

  test('without roles nobody may anything, and it says how to configure them', async () => {
    const none = { ROLE_VIEWER: '', ROLE_OPERATOR: '', ROLE_APPROVER: '', ROLE_ADMIN: '' };
    await stage.stack.program('bot').stop();
    await stage.stack.start('bot', none);
    await people.ada.command('/enable-acrobits');
    await people.ada.wordsSay(
      'No roles are configured, so nobody can: whoever runs this app names people or user groups in `ROLE_OPERATOR` or `ROLE_ADMIN`.',
    );
    await people.ada.command('/enable-acrobits help');
    await people.ada.wordsSay('`/enable-acrobits help`  shows this');
    expect(await people.ada.modal()).toBeUndefined();
  });
});
