import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, eventually } from '../scripts/lib/person.ts';
import { Browsing, skipBrowser } from './chromium.ts';
import {
  ask,
  enableBase,
  giveClientSecret,
  giveCredentials,
  openStage,
  otherPortal,
  plantDomains,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';
const OTHER = 'Northwind Mobile';

describe.skipIf(skipBrowser)('card, Home and page, as people see them', () => {
  let stage: Stage;
  let browsing: Browsing;
  beforeAll(async () => {
    [stage, browsing] = await Promise.all([openStage({ autoReply: true }), Browsing.open()]);
    await plantDomains(stage, ['hooli.example', 'umbrella.example']);
    await enableBase(stage, CSP, ['acme.example', 'globex.example', 'hooli.example', 'umbrella.example']);
    await giveCredentials(stage, CSP, 'acme.example');
    await giveCredentials(stage, CSP, 'hooli.example', { password: 'mistyped-password' });
    await synchronized(stage, CSP, 'acme.example');
    await stage.olivia.cardSays(CSP, 'NetSapiens refused login name or password');
    await ask(stage, { cspCompany: OTHER, portalUrl: otherPortal(stage), coreHost: 'core.northwind.invalid' });
    await giveClientSecret(stage, OTHER);
    await stage.olivia.cardSays(OTHER, 'Needs attention: Prerequisites checked');
  });
  afterAll(async () => {
    await browsing?.close();
    await stage?.close();
  });

  const open = async (url: string): Promise<Page> => {
    const page = await browsing.context.newPage();
    await page.goto(url);
    await page.getByRole('heading').first().waitFor();
    return page;
  };

  const pageOfRun = async (csp: string): Promise<string> => {
    const { olivia } = stage;
    const card = await olivia.card(csp);
    const button = card.blocks.find(({ accessory }) => accessory?.action_id?.startsWith('show-page'))?.accessory;
    const before = (await olivia.messages()).length;
    await olivia.act('click', { channel: olivia.channel, ts: card.ts, action_id: button?.action_id });
    return eventually('there is an address', async () => {
      const told = (await olivia.messages()).slice(before).findLast(({ ephemeral }) => ephemeral);
      return told && buttonsOf(told)[0]?.url;
    });
  };

  test('the card, its thread, and a card that needs attention', async () => {
    const slack = await open(stage.stack.urls.slack);
    await slack.setViewportSize({ width: 1180, height: 1700 });
    const stumbles = [...(await browsing.look(slack, 'card-1-cards'))];
    const card = slack
      .getByRole('article')
      .filter({ hasText: `Cloud Softphone for ${CSP}` })
      .first();
    await card.getByText('4 domains: 1 needs attention · 2 waiting · 1 created (201)').waitFor();
    await card.getByRole('button', { name: /repl/ }).click();
    await slack.getByText('Base enablement complete').last().waitFor();
    stumbles.push(...(await browsing.look(slack, 'card-2-thread')));
    expect(stumbles).toEqual([]);
    expect(browsing.complaints).toEqual([]);
  });

  test('Home shows what waits, runs, vendors and failures, and each leads to its card', async () => {
    await stage.olivia.act('home');
    const slack = await open(stage.stack.urls.slack);
    await slack.setViewportSize({ width: 1180, height: 1300 });
    await slack.getByRole('link', { name: 'Enablement home' }).click();
    await slack.getByText('Waiting for you').waitFor();
    await slack.getByText('3 waiting for a secret').waitFor();
    await slack.getByText('Recent failures').waitFor();
    const stumbles = await browsing.look(slack, 'home-1');
    expect(stumbles).toEqual([]);
  });

  test('the page of a run works by keyboard, on a phone, without a script and on paper, and follows the run', async () => {
    const url = await pageOfRun(CSP);
    const page = await open(url);
    await page.setViewportSize({ width: 1180, height: 1700 });
    await page.getByRole('heading', { name: `Cloud Softphone for ${CSP}` }).waitFor();
    const stumbles = [...(await browsing.look(page, 'run-1-page'))];
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.getAttribute("role")')).toBe('region');
    await giveCredentials(stage, CSP, 'globex.example');
    await page.getByRole('row', { name: /globex\.example.*already existed \(200\)/ }).waitFor();
    await page.setViewportSize({ width: 380, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(380);
    stumbles.push(...(await browsing.look(page, 'run-2-phone')));
    await page.setViewportSize({ width: 900, height: 1400 });
    await page.emulateMedia({ media: 'print' });
    stumbles.push(...(await browsing.look(page, 'run-3-print')));
    expect(await page.getByText('It follows the run by itself.').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    stumbles.push(...(await browsing.look(page, 'run-4-dark')));
    const failing = await open(await pageOfRun(OTHER));
    await failing.getByText('One thing needs somebody').waitFor();
    stumbles.push(...(await browsing.look(failing, 'run-5-failure')));
    expect(stumbles).toEqual([]);
    expect(browsing.complaints).toEqual([]);
  });
});
