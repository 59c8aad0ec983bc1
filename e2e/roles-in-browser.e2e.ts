import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, Operator } from '../scripts/lib/person.ts';
import { Browsing, skipBrowser } from './chromium.ts';
import {
  ask,
  enableBase,
  filledIn,
  giveCredentials,
  giveSecretOn,
  openStage,
  otherPortal,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';
const OTHER = 'Northwind Mobile';

describe.skipIf(skipBrowser)('who may do what, as people see it', () => {
  let stage: Stage;
  let browsing: Browsing;
  beforeAll(async () => {
    const bot = { ROLES_CACHED_SECONDS: '0' };
    [stage, browsing] = await Promise.all([openStage({ autoReply: true, env: { bot } }), Browsing.open()]);
    await enableBase(stage, CSP, ['acme.example']);
    await giveCredentials(stage, CSP, 'acme.example');
    await synchronized(stage, CSP, 'acme.example');
    await loseRoleOnTheWay();
  });
  afterAll(async () => {
    await browsing?.close();
    await stage?.close();
  });

  /** Vera orders something as an operator, and is none any more when it is about to leave. */
  async function loseRoleOnTheWay(): Promise<void> {
    const { slack } = stage.stack.urls;
    const vera = new Operator(slack, 'U0VERA');
    const operators = (users: readonly string[]) => call(`${slack}/_slack/group`, { group: 'S0OPS', users });
    await operators(['U0VERA']);
    await vera.ask(filledIn(stage, { cspCompany: OTHER, portalUrl: otherPortal(stage) }));
    const page = await vera.secretPage(OTHER, 'Enter client secret');
    await operators(['U0OLIVIA', 'U0ADA']);
    await giveSecretOn(page);
    await vera.cardSays(OTHER, 'so nothing was sent.');
  }

  const openAs = async (person: string): Promise<Page> => {
    const page = await browsing.context.newPage();
    await page.goto(`${stage.stack.urls.slack}/?as=${person}`);
    await page.getByRole('textbox', { name: 'Message #ops' }).waitFor();
    return page;
  };
  const type = async (page: Page, words: string) => {
    await page.getByRole('textbox', { name: 'Message #ops' }).fill(`/enable-acrobits ${words}`);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  const look = async (page: Page, name: string) => {
    expect(await browsing.look(page, name)).toEqual([]);
    expect(await page.getByRole('main').textContent()).not.toMatch(/\b[USBT]0[A-Z]{2,}\b/);
  };

  test('a viewer reads who can, by name, and nothing opens; help has what is left', async () => {
    const vera = await openAs('U0VERA');
    await type(vera, 'new');
    await vera.getByText('You may not enable an environment here. Who can: @olivia, @ops (operators), @ada (admin).').waitFor();
    await vera.getByRole('button', { name: 'Take over' }).click();
    await vera.getByText('You may not take over a run here.').waitFor();
    await type(vera, 'help');
    await vera.getByText('shows what is under way').waitFor();
    expect(await vera.getByRole('dialog').count()).toBe(0);
    await look(vera, '20-viewer-refused');
  });

  test('an operator takes over what waits for somebody else', async () => {
    const olivia = await openAs('U0OLIVIA');
    await look(olivia, '21-take-over');
    await olivia.getByRole('button', { name: 'Take over' }).click();
    await olivia.getByText('taken over by @olivia').waitFor();
  });

  test('list, rotate and cancel are answered to the person alone, with buttons that do it', async () => {
    await ask(stage, { cspCompany: 'Northwind Landline', portalUrl: 'https://portal.northwind.invalid' });
    const olivia = await openAs('U0OLIVIA');
    await type(olivia, 'list');
    await olivia.getByText('3 runs, newest first').first().waitFor();
    await look(olivia, '22-list');
    await type(olivia, 'rotate NSACME');
    await olivia.getByRole('button', { name: 'New password: acme.example' }).waitFor();
    await look(olivia, '23-rotate');
    await olivia.getByRole('button', { name: 'New API key' }).click();
    await olivia.getByText('Your page for the API key').waitFor();
    expect(await olivia.getByRole('button', { name: 'New API key' }).count()).toBe(0);
    await type(olivia, 'cancel landline');
    await olivia.getByRole('button', { name: 'Keep it' }).waitFor();
    await look(olivia, '24-cancel');
    await olivia.getByRole('button', { name: 'Keep it' }).click();
    await olivia.getByText('Nothing was changed.').waitFor();
    await type(olivia, 'help');
    await olivia.getByText('To search, type').waitFor();
    await look(olivia, '25-help');
    expect(browsing.complaints).toEqual([]);
  });
});
