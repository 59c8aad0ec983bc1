import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browsing, skipBrowser } from './chromium.ts';
import { enableBase, openStage, type Stage } from './stage.ts';
import {
  askForXima,
  correctXima,
  giveXimaSecrets,
  handOverPage,
  prepareForXima,
  pressXima,
  secretPageFor,
  ximaCardSays,
  ximaValues,
} from './xima/check.ts';

const DOMAIN = 'acme.example';

describe.skipIf(skipBrowser)('readiness in a browser', () => {
  let stage: Stage;
  let browsing: Browsing;
  const stumbles: string[] = [];

  beforeAll(async () => {
    [stage, browsing] = await Promise.all([openStage({ autoReply: true }), Browsing.open()]);
    await prepareForXima(stage);
  });
  afterAll(async () => {
    await browsing?.close();
    await stage?.close();
  });

  const look = async (page: Page, name: string) => {
    stumbles.push(...(await browsing.look(page, name)));
  };
  /** A card in the local Slack, scrolled to what it says first. */
  const lookAtCard = async (says: string, name: string) => {
    const slack = await browsing.context.newPage();
    await slack.goto(stage.stack.urls.slack);
    await slack.getByText(says, { exact: true }).scrollIntoViewIfNeeded();
    await look(slack, name);
  };
  /** The address that Slack gives for a report. */
  const reportAddress = async (act: () => Promise<unknown>): Promise<string> => {
    await act();
    await stage.olivia.wordsSay('The report as a page');
    const told = (await stage.olivia.messages()).findLast(({ ephemeral }) => ephemeral);
    const url = told?.blocks.flatMap(({ elements = [] }) => elements).find(({ url }) => url)?.url;
    if (url === undefined) throw new Error('there is no address of a report');
    return url;
  };

  test('the form and the cards of a check for Xima', async () => {
    const slack = await browsing.context.newPage();
    await slack.goto(stage.stack.urls.slack);
    await slack.getByRole('textbox', { name: 'Message #ops' }).fill('/check-xima');
    await slack.getByRole('button', { name: 'Send' }).click();
    const form = slack.getByRole('dialog', { name: 'Check for Xima CCaaS' });
    await form.getByLabel('Domain').fill(DOMAIN);
    await look(slack, 'xima-1-form');
    await form.getByRole('button', { name: 'Close' }).last().click();
    await askForXima(stage, { ...ximaValues(stage), did: '15559999999' });
    await ximaCardSays(stage, DOMAIN, 'Waiting for api_client_secret and api_password');
    const page = await browsing.context.newPage();
    await page.goto((await secretPageFor(stage, DOMAIN, 'Enter API password')).url);
    await look(page, 'xima-2-secret-page');
    await giveXimaSecrets(stage, DOMAIN);
    // Whether calls to a number reach a handset cannot be told of a number that is not there.
    const notReady = 'Not ready: 1 of 14 checks failed, 1 could not be told';
    await ximaCardSays(stage, DOMAIN, notReady);
    await lookAtCard(notReady, 'xima-3-card-not-ready');
  });

  test('the report with something to do, on the screen and on paper', async () => {
    const page = await browsing.context.newPage();
    await page.goto(await reportAddress(() => pressXima(stage, DOMAIN, 'Report as a page')));
    expect(await page.title()).toContain('Is acme.example ready for Xima CCaaS?');
    await look(page, 'xima-4-report');
    await page.emulateMedia({ media: 'print' });
    await look(page, 'xima-5-report-print');
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ media: 'screen' });
    await look(page, 'xima-6-report-small');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    // Each check takes the whole width, its values below its name.
    const [name, expected] = await Promise.all(
      ['th', 'td.told'].map((one) => page.locator(`.checks tbody ${one}`).first().boundingBox()),
    );
    expect(name?.width).toBe(expected?.width);
  });

  test('the sheet for whoever sets up Xima, by keyboard alone', async () => {
    expect((await correctXima(stage, DOMAIN, ximaValues(stage))).errors).toBeUndefined();
    await ximaCardSays(stage, DOMAIN, 'Ready: all 14 checks passed');
    await lookAtCard('Ready: all 14 checks passed', 'xima-10-card-ready');
    const { url, code } = await handOverPage(stage, DOMAIN);
    const page = await browsing.context.newPage();
    await page.goto(url);
    await look(page, 'xima-7-sheet');
    await page.getByLabel('Confirmation code').focus();
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.locator('#api_password').waitFor();
    await look(page, 'xima-8-sheet-revealed');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#api_password').isVisible()).toBe(false);
    await look(page, 'xima-9-sheet-print');
  });

  test('/enable-acrobits check tells what fails first, and gives the page', async () => {
    await enableBase(stage, 'Northwind Telecom');
    const address = await reportAddress(() => stage.olivia.command('/enable-acrobits check'));
    expect(await stage.olivia.lastWords()).toMatch(
      /Northwind Telecom: Not ready|Northwind Telecom: Not sure|Northwind Telecom: Ready/,
    );
    const page = await browsing.context.newPage();
    await page.goto(address);
    expect(await page.title()).toContain('Is NSACME ready for Acrobits Cloud Softphone?');
    await look(page, 'readiness-1-report');
  });

  test('nobody stumbles, and no page complains', () => {
    expect(stumbles).toEqual([]);
    expect(browsing.complaints).toEqual([]);
  });
});
