import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf } from '../scripts/lib/person.ts';
import { Browsing, skipBrowser } from './chromium.ts';
import { ask, enableBase, openStage, otherPortal, type Stage } from './stage.ts';

/**
 * Every page of ours that somebody may open, in the light and in the dark: axe finds nothing serious, nothing complains, and a
 * page has a title, a language and one main heading.
 */
describe.skipIf(skipBrowser)('every page', () => {
  let stage: Stage;
  let browsing: Browsing;
  let pages: readonly (readonly [name: string, url: string])[];
  beforeAll(async () => {
    [stage, browsing] = await Promise.all([openStage({ autoReply: true }), Browsing.open()]);
    const { olivia, stack } = stage;
    const { slack, web, acrobits } = stack.urls;
    await enableBase(stage, 'Northwind Telecom', ['acme.example']);
    await ask(stage, { cspCompany: 'Globex Voice', portalUrl: otherPortal(stage) });
    const credentials = await olivia.secretPage('Northwind Telecom', 'Enter credentials: acme.example');
    const secret = await olivia.secretPage('Globex Voice', 'Enter client secret');
    const audit = await olivia.pageAfter('audit', () => olivia.command('/enable-acrobits audit'));
    const card = await olivia.card('Northwind Telecom');
    await olivia.act('click', { channel: 'C0OPS', ts: card.ts, action_id: `show-page:${idOf(card)}` });
    await olivia.wordsSay('A page that shows the run');
    const told = (await olivia.messages()).findLast(({ ephemeral }) => ephemeral);
    const run = told === undefined ? '' : (buttonsOf(told)[0]?.url ?? '');
    const letters = (await (await fetch(`${acrobits}/_mock/mailbox`)).json()) as readonly { text: string }[];
    const handOff = /https?:\/\/\S+\/acrobits\/\S+/.exec(letters[0]?.text ?? '')?.[0] ?? '';
    const consent = `${slack}/oauth/v2/authorize?client_id=local-client-id&scope=commands,chat:write,files:read&state=x`;
    pages = [
      ['local Slack, a channel', `${slack}/`],
      ['local Slack, a direct message', `${slack}/#D0OLIVIA`],
      ['local Slack, Home', `${slack}/#home`],
      ['local Slack, as a guest', `${slack}/?as=U0GRETA`],
      ['local Slack, without the app', `${slack}/?as=U1OSCAR`],
      ['local Slack, a private channel', `${slack}/#C0PRIVATE`],
      ['traffic inspector', `${slack}/inspector`],
      ['bad days', `${slack}/bad-days`],
      ['consent', consent],
      ['consent refused', `${consent}&redirect_uri=https://evil.example`],
      ['web, home', `${web}/`],
      ['web, nothing there', `${web}/nowhere`],
      ['secret page', secret.url],
      ['credentials page', credentials.url],
      ['secret page, unknown', `${web}/s/${'x'.repeat(43)}`],
      ['Acrobits’ page, answered', handOff],
      ['audit page', audit.url],
      ['page of a run', run],
      ['page of a run, unknown', `${web}/runs/${'x'.repeat(43)}`],
      ['desk, inbox', `${acrobits}/`],
      ['desk, clouds', `${acrobits}/clouds`],
      ['desk, events', `${acrobits}/events`],
      ['desk, switches', `${acrobits}/switches`],
      ['desk, filing', `${acrobits}/set-up`],
    ];
  });
  afterAll(async () => {
    await browsing?.close();
    await stage?.close();
  });

  const open = async (url: string, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await browsing.context.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  test.each(['light', 'dark'] as const)(
    'is fit for everybody, %s',
    async (colorScheme) => {
      const stumbles: string[] = [];
      for (const [name, url] of pages) {
        expect([name, URL.canParse(url)]).toEqual([name, true]);
        const page = await open(url, colorScheme);
        stumbles.push(...(await browsing.look(page, `every-page/${colorScheme}-${name.replaceAll(/[^a-z0-9]+/gi, '-')}`)));
        const [title, language] = [await page.title(), await page.locator('html').getAttribute('lang')];
        expect([name, title.length > 3, language, await page.getByRole('main').count()]).toEqual([name, true, 'en', 1]);
        await page.close();
      }
      expect(stumbles).toEqual([]);
      expect(browsing.complaints).toEqual([]);
    },
    300_000,
  );
});

/** The run's id, from what its buttons carry. */
function idOf(message: Parameters<typeof buttonsOf>[0]): string {
  const [, id = ''] = /"value":"([0-9a-f-]{36})/.exec(JSON.stringify(message.blocks)) ?? [];
  return id;
}
