import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, enterSecret, eventually, Operator } from '../scripts/lib/person.ts';
import { CLIENT_SECRET, filledIn, lettersAbout, officeManagerOf, openStage, otherPortal, PASSWORD, type Stage } from './stage.ts';
import { Installer } from './workspaces/install.ts';

const NORTHWIND = 'Northwind Telecom';
const GLOBEX = 'Globex Voice';

describe.each([
  ['over HTTP', false],
  ['over Socket Mode', true],
])('several workspaces, %s', (_, socketMode) => {
  let stage: Stage;
  let installer: Installer;
  let olivia: Operator;
  let oscar: Operator;
  beforeAll(async () => {
    const bot = {
      SLACK_BOT_TOKEN: '',
      SLACK_CLIENT_ID: 'local-client-id',
      SLACK_CLIENT_SECRET: 'local-client-secret',
      ROLE_OPERATOR: 'U0OLIVIA,S0OPS,U1OSCAR,S1OPS',
      ROLES_CACHED_SECONDS: '0',
    };
    stage = await openStage({ autoReply: true, socketMode, env: { bot } });
    installer = new Installer(stage);
    olivia = new Operator(stage.stack.urls.slack, 'U0OLIVIA', 'C0OPS');
    oscar = new Operator(stage.stack.urls.slack, 'U1OSCAR', 'C1OPS');
  });
  afterAll(() => stage?.close());

  const happen = (what: string, body: object) => call(`${stage.stack.urls.slack}/_slack/${what}`, body);
  const whatItSays = ({ text }: { text: string }) => text.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ');

  test('two workspaces install the app, each with a token of its own', async () => {
    expect(await oscar.command('/enable-acrobits')).toMatchObject({ error: 'unknown_command' });
    for (const [team, name] of [
      ['T0NORTH', NORTHWIND],
      ['T0GLOBEX', GLOBEX],
    ] as const) {
      const ended = await installer.install(team);
      expect([ended.status, whatItSays(ended)]).toEqual([200, expect.stringContaining(`Enablement is installed in ${name}`)]);
    }
  });

  test('an answer that was not asked for in this browser, or not given, installs nothing, and says what to do', async () => {
    const stolen = await installer.comeBack(
      await installer.decide(await installer.start(), 'T0GLOBEX'),
      'slack-app-oauth-state=x',
    );
    expect([stolen.status, whatItSays(stolen)]).toEqual([400, expect.stringContaining('started in this browser')]);
    const cancelled = await installer.comeBack(await installer.decide(await installer.start(), 'T0GLOBEX', 'cancel'));
    expect([cancelled.status, whatItSays(cancelled)]).toEqual([400, expect.stringContaining('You cancelled')]);
    const used = await installer.decide(await installer.start(), 'T0GLOBEX');
    used.searchParams.set('code', '1.madeup');
    const madeUp = await installer.comeBack(used);
    expect([madeUp.status, whatItSays(madeUp)]).toEqual([502, expect.stringContaining('Slack did not accept the exchange')]);
    expect(madeUp.text).not.toContain('local-client-secret');
  });

  test('each runs its own, and nobody sees or touches the other’s', async () => {
    expect(await olivia.ask(filledIn(stage, { cspCompany: NORTHWIND, domains: 'acme.example' }))).toMatchObject({ ok: true });
    expect(
      await oscar.ask(filledIn(stage, { cspCompany: GLOBEX, portalUrl: otherPortal(stage), domains: 'globex.example' })),
    ).toMatchObject({ ok: true });
    await olivia.cardSays(NORTHWIND, 'Enter client secret');
    await oscar.cardSays(GLOBEX, 'Enter client secret');

    expect(await oscar.answerTo('/enable-acrobits list')).toContain('1 run, newest first');
    const theirs = new RegExp(`Northwind Telecom,|for Northwind|${new URL(stage.stack.urls.portal).host}`);
    for (const word of ['list', 'status', 'cancel', 'rotate', 'audit', `status ${NORTHWIND}`, `cancel ${NORTHWIND}`])
      expect(await oscar.answerTo(`/enable-acrobits ${word}`)).not.toMatch(theirs);
    expect(await olivia.answerTo('/enable-acrobits status')).not.toContain(GLOBEX);

    const again = await oscar.ask(filledIn(stage, { cspCompany: 'Sly' }));
    expect(again.errors?.cspCompany).toContain('handled in another Slack workspace');
    expect(JSON.stringify(again)).not.toContain(NORTHWIND);
  });

  test('roles are a workspace’s own: a refusal names people of this one only', async () => {
    const anna = new Operator(stage.stack.urls.slack, 'U1ANNA', 'C1OPS');
    const told = await anna.answerTo('/enable-acrobits cancel');
    expect(told).toContain('You may not cancel a run here. Who can: <@U1OSCAR>, <!subteam^S1OPS> (operators)');
    expect(told).not.toContain('U0');
  });

  test('a workspace that removes the app in the middle of a run: what was ordered goes on without Slack, and the others notice nothing', async () => {
    const page = await oscar.secretPage(GLOBEX, 'Enter client secret');
    await happen('uninstall', { team: 'T0GLOBEX' });
    // From now on Slack takes no edit; one that tells of the page may have come just before.
    const before = (await oscar.card(GLOBEX)).blocks;
    await enterSecret(page, CLIENT_SECRET);
    // It is told so, or its token is refused first.
    await eventually('the bot knows that it was removed', async () =>
      /has removed the app|refuses the app's token/.test(stage.stack.output()),
    );

    const northwind = await olivia.secretPage(NORTHWIND, 'Enter client secret');
    await enterSecret(northwind, CLIENT_SECRET);
    await olivia.cardSays(NORTHWIND, 'Enabled under cloudId');
    const credentials = await olivia.secretPage(NORTHWIND, 'Enter credentials: acme.example');
    await enterSecret(credentials, PASSWORD, officeManagerOf('acme.example'));
    await olivia.cardSays(NORTHWIND, '1 domain synchronized');

    await eventually('Acrobits has the letter about Globex', async () => (await lettersAbout(stage, GLOBEX)).length === 1);
    expect((await oscar.card(GLOBEX)).blocks).toEqual(before);
    expect(await oscar.command('/enable-acrobits status')).toMatchObject({ error: 'unknown_command' });
  });

  test('installed again, the card tells the truth in its old place, and the run goes on', async () => {
    const { ts } = await oscar.card(GLOBEX);
    await installer.install('T0GLOBEX');
    const card = await oscar.cardSays(GLOBEX, 'Enabled under cloudId', 60_000);
    expect(card.ts).toBe(ts);
  });

  test('news of the removal that come late do not take the new installation away', async () => {
    // Both events, and what Slack repeats at once, are lost; it repeats them once more after a minute.
    await happen('faults', { method: 'deliver', times: 4, drop: true });
    await happen('uninstall', { team: 'T0GLOBEX' });
    await pause(2000);
    await installer.install('T0GLOBEX');
    await happen('clock', { advanceMs: 61_000 });
    const heard = await eventually('the news come after all', async () => {
      const { requests } = await call<{ requests: readonly { what: string; status: number }[] }>(
        `${stage.stack.urls.slack}/_slack/requests`,
      );
      const late = requests.filter(({ what, status }) => /uninstalled|revoked/.test(what) && status === 200);
      return late.length >= 4 && late;
    });
    expect(heard).toHaveLength(4);
    expect(await oscar.answerTo('/enable-acrobits status')).toContain(GLOBEX);
  });

  test('a token that is revoked while the bot is down is noticed at its first use', async () => {
    await stage.stack.program('bot').kill();
    await happen('revoke', { team: 'T0GLOBEX' });
    await stage.stack.start('bot');
    await eventually('the bot knows that its token is dead', async () => stage.stack.output().includes('refuses the app'));
    await olivia.command('/enable-acrobits status');
    await olivia.wordsSay(NORTHWIND);
    await installer.install('T0GLOBEX');
    expect(await oscar.answerTo('/enable-acrobits status')).toContain(GLOBEX);
  });

  test('no token was printed, and none lies in the database in the clear', async () => {
    expect(stage.stack.output()).not.toMatch(/xoxb-[a-z0-9]/);
  });
});
