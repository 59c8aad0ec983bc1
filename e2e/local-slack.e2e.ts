import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, eventually } from '../scripts/lib/person.ts';
import { freePorts, type Program, startProgram } from '../scripts/lib/program.ts';
import { Browsing, skipBrowser } from './chromium.ts';
import { SmallApp } from './local-slack/app.ts';

describe.skipIf(skipBrowser)('the local Slack, by keyboard alone', () => {
  let slack: Program;
  let app: SmallApp;
  let browsing: Browsing;
  let url: string;
  beforeAll(async () => {
    app = await SmallApp.start();
    const [port = 0] = await freePorts(1);
    url = `http://127.0.0.1:${port}`;
    app.slack = url;
    const commands = JSON.stringify([{ command: '/every', description: 'Opens a form', usage_hint: '[card]' }]);
    const env = { PORT: String(port), BOT_URL: `http://127.0.0.1:${app.port}/`, COMMANDS: commands };
    [slack, browsing] = await Promise.all([
      startProgram({ name: 'slack', main: 'apps/slack-workspace/src/main.ts', ready: /listening/, env }),
      Browsing.open(),
    ]);
  });
  afterAll(async () => {
    await browsing?.close();
    await slack?.stop();
    await app?.stop();
  });

  const open = async (path = '/'): Promise<Page> => {
    const page = await browsing.context.newPage();
    await page.goto(url + path);
    await page.getByRole('main').waitFor();
    return page;
  };
  const look = async (page: Page, name: string) => expect(await browsing.look(page, name)).toEqual([]);
  /** Tabs until the thing with this name has the focus. */
  const tabTo = async (page: Page, name: string | RegExp, key = 'Tab') => {
    const seen: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      const at = String(await page.evaluate(nameOfFocus));
      if (typeof name === 'string' ? at === name : name.test(at)) return;
      seen.push(at);
      await page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not come to ${name}; it came to ${seen.join(' | ')}`);
  };

  test('a command is completed, a form with every input filled in and sent', async () => {
    const page = await open();
    await tabTo(page, 'Message #ops');
    await page.keyboard.type('/ev');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await look(page, '40-every-input');
    const fill = async (label: string, text: string) => {
      await tabTo(page, label);
      await page.keyboard.type(text);
    };
    await fill('Text', 'hello');
    await fill('Lines', 'one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await fill('E-mail', 'ops@northwind.example');
    await fill('Address', 'https://portal.northwind.example');
    await fill('Number', '42');
    await fill('Select', 'Two');
    await fill('Person', 'Adam');
    await fill('Channel', '#ops-p');
    await tabTo(page, 'One', 'Tab');
    await page.keyboard.press('Space');
    await tabTo(page, /^Ticks|^Two$/);
    await page.keyboard.press('Space');
    await fill('Formatted', 'words');
    await tabTo(page, 'File');
    const file = { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from('domain\nacme.example\n') };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByText('customers.csv').waitFor();
    await look(page, '41-every-input-filled');
    await tabTo(page, 'Send');
    await page.keyboard.press('Enter');
    const sent = await eventually('the form arrives', async () => app.sent);
    const value = (label: string) => sent[label]?.v;
    expect(value('Lines')).toMatchObject({ value: 'one\ntwo' });
    expect(value('Number')).toMatchObject({ value: '42' });
    expect(value('Select')).toMatchObject({ selected_option: { value: 'two' } });
    expect(value('Several')).toMatchObject({ selected_options: [] });
    expect(value('Person')).toMatchObject({ selected_user: 'U0ADAM' });
    expect(value('Channel')).toMatchObject({ selected_conversation: 'C0PRIVATE' });
    expect(value('Radio')).toMatchObject({ selected_option: { value: 'one' } });
    expect(value('Day')).toMatchObject({ selected_date: '2026-12-01' });
    expect(value('Moment')).toMatchObject({ selected_date_time: 1_795_000_000 });
    expect(value('Formatted')).toMatchObject({ rich_text_value: { type: 'rich_text' } });
    expect(value('File')).toMatchObject({ files: [{ name: 'customers.csv', filetype: 'csv' }] });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a card’s buttons, its menu, its thread and Home are reached and used', async () => {
    const page = await open();
    await tabTo(page, 'Message #ops');
    await page.keyboard.type('/every card');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    await tabTo(page, 'Go on', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'More actions');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually('both were heard', async () => app.clicked.join() === 'go,more');
    await tabTo(page, 'Reply in thread');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Reply to thread');
    await page.keyboard.type('In the thread');
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Thread' }).getByText('In the thread').waitFor();
    await look(page, '42-thread');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Thread' }).waitFor({ state: 'detached' });
    await tabTo(page, /Enablement home/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'My runs' }).waitFor();
    await look(page, '43-home');
  });

  test('one becomes somebody else, also of another workspace, and is told that the app is not there', async () => {
    const page = await open();
    await tabTo(page, 'Act as');
    await page.keyboard.type('Oscar');
    await page.keyboard.press('Enter');
    await page.getByText('Globex Voice').first().waitFor();
    await page.getByText('Not installed in this workspace.').waitFor();
    await expect.poll(() => page.title()).toBe('Globex Voice · local Slack');
    await look(page, '44-other-workspace');
  });

  test('a bad day is ordered from the page, shown, and taken back', async () => {
    const page = await open('/bad-days');
    await page.getByRole('heading', { name: 'Something fails' }).waitFor();
    await tabTo(page, 'What');
    await page.keyboard.type('editing');
    await tabTo(page, 'How');
    await page.keyboard.type('fails');
    await tabTo(page, 'Plan it');
    await page.keyboard.press('Enter');
    await page.getByText('editing a message fails with 500').waitFor();
    const planned = () => call<{ planned: unknown[] }>(`${url}/_slack/faults`);
    expect(await planned()).toEqual({ planned: [{ method: 'chat.update', status: 500, times: 1 }] });
    await tabTo(page, /^Messages may hold plans/);
    await page.keyboard.press('Space');
    await eventually('plans are off', async () => !(await call<{ plan: boolean }>(`${url}/_slack/switches`)).plan);
    await look(page, '45-bad-days');
    await tabTo(page, 'Everything works again', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is planned: everything works.').waitFor();
    expect(await planned()).toEqual({ planned: [] });
    await tabTo(page, 'Archive: #general, Northwind Telecom');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Restore: #general, Northwind Telecom' }).waitFor();
  });

  test('the traffic can be read, and on a small screen and in the dark everything still can', async () => {
    const page = await open('/inspector');
    await page.getByText('views.open').first().waitFor();
    await tabTo(page, /views\.open/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Request' }).first().waitFor();
    await look(page, '46-inspector');
    for (const [name, path] of [
      ['47-small-channel', '/'],
      ['48-small-bad-days', '/bad-days'],
      ['49-small-home', '/#home'],
    ] as const) {
      const small = await open(path);
      await small.setViewportSize({ width: 390, height: 800 });
      await small.emulateMedia({ colorScheme: 'dark' });
      await look(small, name);
      const wide = await small.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect([name, wide]).toEqual([name, false]);
    }
    expect(browsing.complaints).toEqual([]);
  });
});

/** How a person who cannot see hears what has the focus: its label, or its words. */
const nameOfFocus = `(() => {
  const at = document.activeElement;
  const own = at?.getAttribute('aria-label') ?? (at?.labels?.length > 0 ? at.labels[0].textContent : undefined);
  const words = own ?? (at?.tagName === 'BODY' ? '' : (at?.textContent ?? ''));
  return words.trim().replace(/\\s*\\(optional\\)$/, '').replace(/\\s+/g, ' ').slice(0, 120);
})()`;
