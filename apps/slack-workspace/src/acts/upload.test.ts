import type { App } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '../json.ts';
import { type Pair, pair } from '../testing/bot.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const form = {
  type: 'modal' as const,
  callback_id: 'list',
  title: plain('Customers'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'file',
      label: plain('List of customers'),
      element: { type: 'file_input' as const, action_id: 'v', filetypes: ['csv'], max_files: 1 },
    },
  ],
};

let both: Pair;
let taken: Fields[];
beforeEach(async () => {
  taken = [];
  both = await pair('http', (bolt: App) => {
    bolt.command('/enable-acrobits', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    bolt.view('list', async ({ ack, view }) => {
      taken = (view.state.values.file?.v?.files ?? []) as unknown as Fields[];
      await ack();
    });
  });
  await both.post('command', { user: 'U0OLIVIA', channel: 'C0OPS', text: '/enable-acrobits' });
});
afterEach(() => both.stop());

const content = Buffer.from('domain\nacme.example\n').toString('base64');
const choose = async (name: string, more = content): Promise<string> => {
  const { file } = (await both.post('upload', { user: 'U0OLIVIA', name, content: more })) as { file?: { id: string } };
  return file?.id ?? '';
};
const send = (...ids: string[]) => both.post('submit', { user: 'U0OLIVIA', values: { 'List of customers': ids } });

test('a file goes to the app with the form, and the bot token downloads it', async () => {
  expect(await send(await choose('customers.csv'))).toMatchObject({ ok: true });
  expect(taken).toMatchObject([{ name: 'customers.csv', filetype: 'csv', mimetype: 'text/csv', size: 20, user: 'U0OLIVIA' }]);
  const { file } = await both.bolt.client.files.info({ file: String(taken[0]?.id) });
  const url = file?.url_private_download ?? '';
  const opened = await fetch(url, { headers: { authorization: 'Bearer xoxb-local' } });
  expect(await opened.text()).toBe('domain\nacme.example\n');
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(302);
  expect(await both.bolt.client.files.info({ file: 'F0NOWHERE' }).catch((error: Error) => error.message)).toContain(
    'file_not_found',
  );
});

test('what the field does not take is told under it, before the app hears of it', async () => {
  expect(await send()).toEqual({ ok: false, errors: { file: 'This field is required.' } });
  expect(await send(await choose('customers.pdf'))).toMatchObject({ errors: { file: expect.stringContaining('customers.pdf') } });
  expect(await send(await choose('a.csv'), await choose('b.csv'))).toEqual({
    ...{ ok: false, errors: { file: 'Choose at most 1 file.' } },
  });
  expect(await both.post('upload', { user: 'U0OLIVIA', name: 'empty.csv', content: '' })).toMatchObject({ ok: false });
  expect(taken).toEqual([]);
});
