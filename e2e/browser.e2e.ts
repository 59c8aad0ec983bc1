import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Browsing, skipBrowser } from './chromium.ts';
import { codeBeside, follow, offersIn, openSecretPage } from './pages.ts';
import { CLIENT_SECRET, openStage, otherPortal, PASSWORD, type Stage } from './stage.ts';

describe.skipIf(skipBrowser)('in a browser, through the pages only', () => {
  let stage: Stage;
  let browsing: Browsing;
  let stumbles: string[] = [];

  beforeAll(async () => {
    [stage, browsing] = await Promise.all([openStage(), Browsing.open()]);
  });
  afterAll(async () => {
    await browsing?.close();
    await stage?.close();
  });
  afterEach(() => {
    stumbles = [];
  });

  const look = async (page: Page, name: string) => {
    stumbles.push(...(await browsing.look(page, name)));
  };

  const openSlack = async (): Promise<Page> => {
    const slack = await browsing.context.newPage();
    await slack.goto(stage.stack.urls.slack);
    await slack.getByRole('textbox', { name: 'Message #ops' }).waitFor();
    return slack;
  };

  const textIn = async (place: Locator): Promise<string> => (await place.textContent()) ?? '';

  test('somebody enables two domains, and somebody at Acrobits answers by hand', async () => {
    const { urls } = stage.stack;
    const slack = await openSlack();
    await slack.getByRole('textbox', { name: 'Message #ops' }).fill('/enable-acrobits');
    await slack.getByRole('button', { name: 'Send' }).click();
    const form = slack.getByRole('dialog', { name: 'Enable Cloud Softphone' });
    await form.getByLabel('CSP company').fill('Northwind Telecom');
    await form.getByLabel('Contact name').fill('Alex Example');
    await form.getByLabel('Contact e-mail').fill('ops@northwind.example');
    await form.getByLabel('NetSapiens portal URL').fill('portal.northwind.example');
    await form.getByLabel('Primary core hostname').fill('localhost');
    await form.getByLabel('OAuth client ID').fill('acrobits-softphone');
    await look(slack, '1-form');
    await form.getByLabel('Domains that want messaging').fill('acme.example\nglobex.example');
    await form.getByRole('button', { name: 'Start' }).click();
    await form.getByText('Write the whole address, starting with https://').waitFor();
    await look(slack, '2-form-with-errors');
    await form.getByLabel('NetSapiens portal URL').fill(urls.portal);
    await form.getByRole('button', { name: 'Start' }).click();
    await slack.getByText('Waiting for whoever holds the client secret', { exact: true }).waitFor();
    await look(slack, '3-card-waiting');

    const secretPage = await openSecretPage(slack, slack.getByRole('button', { name: 'Enter client secret' }));
    await secretPage.getByRole('textbox', { name: 'Client secret' }).fill(CLIENT_SECRET);
    await look(secretPage, '4-secret-page');
    await secretPage.getByRole('button', { name: 'Send' }).click();
    await secretPage.getByRole('heading', { name: 'The client secret was received.' }).waitFor();
    await look(secretPage, '5-secret-received');
    await slack.getByText('Waiting for Acrobits', { exact: true }).waitFor();

    const desk = await browsing.context.newPage();
    await desk.goto(urls.acrobits);
    await desk.getByRole('link', { name: /Cloud Softphone for Northwind Telecom/ }).waitFor();
    await look(desk, '6-desk-inbox');
    await desk.getByRole('link', { name: /Cloud Softphone for Northwind Telecom/ }).click();
    await desk.getByRole('heading', { name: 'Links' }).waitFor();
    await look(desk, '7-desk-letter');
    const handOff = await follow(desk, desk.getByRole('link', { name: /\/acrobits\// }).last());
    await look(handOff, '8-acrobits-page');
    await handOff.getByRole('button', { name: 'Reveal the client secret' }).click();
    const revealed = await textIn(handOff.locator('#client-secret'));
    expect(revealed).toBe(CLIENT_SECRET);
    await look(handOff, '9-acrobits-page-revealed');

    await desk.getByRole('link', { name: 'file the values' }).click();
    const told = (name: string) => textIn(handOff.locator(`[data-value="${name}"]`));
    await desk.getByLabel('Portal URL').fill(await told('portal URL'));
    await desk.getByLabel('Core hostname').fill(await told('core hostname'));
    await desk.getByLabel('Client ID').fill(await told('client ID'));
    await desk.getByLabel('Client secret').fill(revealed);
    await look(desk, '10-desk-filing');
    await desk.getByRole('button', { name: 'File it' }).click();
    await desk.getByRole('status').waitFor();
    await look(desk, '11-desk-filed');

    await handOff.getByLabel('cloudId').fill(await textIn(desk.locator('[data-value="cloudId"]').first()));
    await handOff.getByRole('textbox', { name: 'API key' }).fill(await textIn(desk.locator('[data-value="apiKey"]').first()));
    await handOff.getByLabel('Messaging server host').fill('https://localhost/');
    await handOff.getByRole('button', { name: 'Return these values' }).click();
    await handOff.locator('[data-error-for="messagingHost"]').waitFor();
    await look(handOff, '12-acrobits-page-with-errors');
    await handOff.getByRole('textbox', { name: 'API key' }).fill(await textIn(desk.locator('[data-value="apiKey"]').first()));
    await handOff.getByLabel('Messaging server host').fill(await textIn(desk.locator('[data-value="messagingHost"]').first()));
    await handOff.getByRole('button', { name: 'Return these values' }).click();
    await handOff.getByRole('heading', { name: 'Thank you, the values are here' }).waitFor();
    await look(handOff, '13-acrobits-thanked');

    for (const domain of ['acme.example', 'globex.example']) {
      const credentials = await openSecretPage(slack, slack.getByRole('button', { name: `Enter credentials: ${domain}` }));
      await credentials.getByRole('textbox', { name: 'Office Manager password' }).fill(PASSWORD);
      await look(credentials, `14-credentials-${domain}`);
      await credentials.getByRole('button', { name: 'Send' }).click();
      await credentials.getByRole('heading', { name: 'The Office Manager credentials were received.' }).waitFor();
    }
    await slack.getByText('Enabled under cloudId NSACME, 2 domains synchronized', { exact: true }).waitFor();
    await slack.getByRole('cell', { name: 'created (201)' }).waitFor();
    await slack.getByRole('cell', { name: 'already existed (200)' }).waitFor();
    await slack.getByRole('article').first().scrollIntoViewIfNeeded();
    await look(slack, '15-final-card');
    expect(browsing.complaints).toEqual([]);
    expect(stumbles).toEqual([]);
  });

  test('the keyboard alone is enough: command, form, mistake, secret page, and second thoughts', async () => {
    const slack = await openSlack();
    await tabTo(slack, slack.getByRole('textbox', { name: 'Message #ops' }));
    await slack.keyboard.type('/en');
    await slack.getByRole('option', { name: /\/enable-acrobits/ }).waitFor();
    await slack.keyboard.press('Enter');
    await slack.keyboard.press('Enter');
    await slack.getByRole('dialog', { name: 'Enable Cloud Softphone' }).waitFor();
    for (const typed of [
      'Globex Voice',
      'Gale Example',
      'gale@globex.example',
      '',
      'portal',
      'localhost',
      'acrobits-softphone',
    ]) {
      await slack.keyboard.type(typed);
      await slack.keyboard.press('Tab');
    }
    await slack.keyboard.press('Shift+Tab');
    await slack.keyboard.press('Enter');
    await slack.getByText('Write the whole address, starting with https://').waitFor();
    expect(await isFocused(slack.getByLabel('NetSapiens portal URL'))).toBe(true);
    await slack.keyboard.press('ControlOrMeta+A');
    await slack.keyboard.type(otherPortal(stage));
    await slack.keyboard.press('Enter');
    await slack.getByText('Waiting for whoever holds the client secret', { exact: true }).waitFor();

    const offered = offersIn(slack).nth(await offersIn(slack).count());
    await tabTo(slack, slack.getByRole('button', { name: 'Enter client secret' }));
    await slack.keyboard.press('Enter');
    await offered.waitFor();
    const code = await codeBeside(offered);
    await tabTo(slack, offered);
    const opened = slack.context().waitForEvent('page');
    await slack.keyboard.press('Enter');
    const page = await opened;
    await tabTo(page, page.getByLabel('Confirmation code'));
    await page.keyboard.type(code);
    await page.keyboard.press('Tab');
    await page.keyboard.type(CLIENT_SECRET);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The client secret was received.' }).waitFor();

    await slack.bringToFront();
    await slack.getByText('Waiting for Acrobits', { exact: true }).waitFor();
    await tabTo(slack, slack.getByRole('button', { name: 'Cancel' }));
    await slack.keyboard.press('Enter');
    const question = slack.getByRole('dialog', { name: 'Cancel this enablement?' });
    await question.waitFor();
    expect(await isFocused(question.getByRole('button', { name: 'Keep it' }))).toBe(true);
    await look(slack, '16-second-thoughts');
    await tabTo(slack, question.getByRole('button', { name: 'Cancel the enablement' }));
    await slack.keyboard.press('Enter');
    await slack.getByText('Cancelled', { exact: true }).waitFor();
    expect(browsing.complaints).toEqual([]);
    expect(stumbles).toEqual([]);
  });

  test('no page is wider than a phone', async () => {
    const { urls } = stage.stack;
    const page = await browsing.context.newPage();
    await page.setViewportSize({ width: 380, height: 760 });
    for (const [name, url] of [
      ['slack', urls.slack],
      ['desk-inbox', urls.acrobits],
      ['desk-clouds', `${urls.acrobits}/clouds`],
      ['desk-events', `${urls.acrobits}/events`],
      ['desk-switches', `${urls.acrobits}/switches`],
      ['desk-filing', `${urls.acrobits}/set-up`],
      ['web', urls.web],
    ] as const) {
      await page.goto(url);
      await page.getByRole('heading').first().waitFor();
      await look(page, `17-phone-${name}`);
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, 380]);
    }
    expect(stumbles).toEqual([]);
  });
});

const isFocused = (place: Locator): Promise<boolean> => place.evaluate((element) => element === document.activeElement);

/** Moves the focus as the keyboard does; what cannot be reached within forty steps is out of reach. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await isFocused(place)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get to ${place}.`);
}
