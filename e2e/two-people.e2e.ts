import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browsing, skipBrowser } from './chromium.ts';
import { follow } from './pages.ts';
import { CLIENT_SECRET, openStage, PASSWORD, type Stage } from './stage.ts';
import { Clicker } from './two-people/clicker.ts';

describe.skipIf(skipBrowser)('two people, a whole run, by clicking', () => {
  let stage: Stage;
  let browsing: Browsing;
  let olivia: Clicker;
  let adam: Clicker;
  const stumbles: string[] = [];
  beforeAll(async () => {
    const bot = { APPROVE_CONTACT: '1', APPROVE_DOMAINS: '1', ROLES_CACHED_SECONDS: '0' };
    [stage, browsing] = await Promise.all([openStage({ env: { bot } }), Browsing.open()]);
    const { slack } = stage.stack.urls;
    [olivia, adam] = await Promise.all([Clicker.open(browsing, slack, 'U0OLIVIA'), Clicker.open(browsing, slack, 'U0ADAM')]);
  });
  afterAll(async () => {
    await browsing?.close();
    await stage?.close();
  });

  const look = async (page: Page, name: string) => {
    stumbles.push(...(await browsing.look(page, name)));
    const words = (await page.getByRole('main').textContent()) ?? '';
    expect([name, words.match(/\b[USTB]0[A-Z]{2,}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-|undefined|\[object/g)]).toEqual([name, null]);
  };

  test('Olivia asks; Adam sees what is waiting for him, and rejects it with a reason', async () => {
    const form = await olivia.command('/enable-acrobits');
    await form.getByLabel('CSP company').fill('Northwind Telecom');
    await form.getByLabel('Contact name').fill('Alex Example');
    await form.getByLabel('Contact e-mail').fill('ops@northwind.example');
    await form.getByLabel('NetSapiens portal URL').fill(stage.stack.urls.portal);
    await form.getByLabel('Primary core hostname').fill('127.0.0.1');
    await form.getByLabel('OAuth client ID').fill('acrobits-softphone');
    await form.getByLabel('Domains that want messaging').fill('acme.example');
    await look(olivia.page, '60-form');
    await form.getByRole('button', { name: 'Start' }).click();
    const secret = await olivia.secretPage('Enter client secret');
    await secret.getByRole('textbox', { name: 'Client secret' }).fill(CLIENT_SECRET);
    await look(secret, '61-secret-page');
    await secret.getByRole('button', { name: 'Send' }).click();
    await secret.getByRole('heading', { name: 'The client secret was received.' }).waitFor();

    await olivia.card.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    await look(olivia.page, '62-approval-asked');
    await adam.goTo('Enablement home');
    await adam.page.getByText('1 to approve').waitFor();
    await look(adam.page, '63-home-of-the-approver');
    await adam.goTo('ops');
    await adam.card.getByRole('button', { name: 'Reject', exact: true }).click();
    const why = adam.page.getByRole('dialog', { name: 'Reject' });
    await why.getByLabel('Reason').fill('The core hostname is an address. Use its name.');
    await look(adam.page, '64-reason');
    await why.getByRole('button', { name: 'Reject' }).click();
    await olivia.card.getByText('The core hostname is an address. Use its name.').first().waitFor();
    await look(olivia.page, '65-rejected');
  });

  test('whoever asked cannot approve; corrected, it is asked again, and Adam agrees', async () => {
    await olivia.card.getByRole('button', { name: 'Correct the values' }).click();
    const form = olivia.page.getByRole('dialog');
    await form.getByLabel('Primary core hostname').fill('localhost');
    await form.getByRole('button', { name: /Save|Correct|Start|Go on/ }).click();
    const approve = olivia.card.getByRole('button', { name: 'Approve', exact: true });
    await approve.waitFor();
    await approve.click();
    await olivia.page.getByText('You may not approve what leaves here. Who can: @approvers (approver).').waitFor();
    await adam.card
      .getByText(/core localhost resolves/)
      .first()
      .waitFor();
    await adam.card.getByRole('button', { name: 'Approve', exact: true }).click();
    await olivia.card.getByText('Waiting for Acrobits', { exact: true }).waitFor();
    await look(adam.page, '66-approved');
  });

  test('somebody at Acrobits reads the letter, files it and returns the values', async () => {
    const desk = await browsing.context.newPage();
    await desk.goto(stage.stack.urls.acrobits);
    await desk.getByRole('link', { name: /Cloud Softphone for Northwind Telecom/ }).click();
    const handOff = await follow(desk, desk.getByRole('link', { name: /\/acrobits\// }).last());
    await handOff.getByRole('button', { name: 'Reveal the client secret' }).click();
    const told = async (name: string) => (await handOff.locator(`[data-value="${name}"]`).textContent()) ?? '';
    const revealed = (await handOff.locator('#client-secret').textContent()) ?? '';
    await desk.getByRole('link', { name: 'file the values' }).click();
    for (const [label, name] of [
      ['Portal URL', 'portal URL'],
      ['Core hostname', 'core hostname'],
      ['Client ID', 'client ID'],
    ] as const)
      await desk.getByLabel(label).fill(await told(name));
    await desk.getByLabel('Client secret').fill(revealed);
    await desk.getByRole('button', { name: 'File it' }).click();
    await desk.getByRole('status').waitFor();
    const filed = async (name: string) => (await desk.locator(`[data-value="${name}"]`).first().textContent()) ?? '';
    await handOff.getByLabel('cloudId').fill(await filed('cloudId'));
    await handOff.getByRole('textbox', { name: 'API key' }).fill(await filed('apiKey'));
    await handOff.getByLabel('Messaging server host').fill(await filed('messagingHost'));
    await look(handOff, '67-acrobits-page');
    await handOff.getByRole('button', { name: 'Return these values' }).click();
    await handOff.getByRole('heading', { name: 'Thank you, the values are here' }).waitFor();
  });

  test('a wrong password is a problem on the card; the right one is approved by Adam, and the run is finished', async () => {
    const enter = async (password: string) => {
      const page = await olivia.secretPage('Enter credentials: acme.example');
      await page.getByRole('textbox', { name: 'Office Manager password' }).fill(password);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: 'The Office Manager credentials were received.' }).waitFor();
    };
    await enter('not-the-password');
    await olivia.card
      .getByText(/refused login name or password/)
      .first()
      .waitFor();
    await look(olivia.page, '68-failure');
    await olivia.goTo('Enablement home');
    await olivia.page
      .getByText(/waiting for a secret|refused login name or password/)
      .first()
      .waitFor();
    await look(olivia.page, '69-home-with-a-failure');
    await olivia.goTo('ops');
    await enter(PASSWORD);
    await adam.card.getByRole('button', { name: 'Approve: acme.example' }).waitFor();
    await look(adam.page, '70-domain-to-approve');
    await adam.card.getByRole('button', { name: 'Approve: acme.example' }).click();
    await olivia.card.getByText('Enabled under cloudId NSACME, 1 domain synchronized', { exact: true }).waitFor();
    await look(olivia.page, '71-finished');
  });

  test('the thread has the details, Home has nothing left to do, and people without Slack have a page', async () => {
    await olivia.card.getByRole('button', { name: /repl(y|ies)$/ }).click();
    const thread = olivia.page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('approved').first().waitFor();
    await look(olivia.page, '72-thread');
    await thread.getByRole('button', { name: 'Close thread' }).click();
    await olivia.card.getByRole('button', { name: 'Show as a page' }).click();
    const page = await follow(olivia.page, olivia.page.getByRole('link', { name: 'Open the run’s page' }));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(page, '73-run-page');
    await olivia.goTo('Enablement home');
    await olivia.page.getByText('Nothing needs attention.').waitFor();
    await look(olivia.page, '74-home');
    expect(browsing.complaints).toEqual([]);
    expect(stumbles).toEqual([]);
  });
});
