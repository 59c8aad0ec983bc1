import type { App } from '@slack/bolt';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const form = {
  type: 'modal' as const,
  callback_id: 'enable',
  notify_on_close: true,
  title: plain('Enable Acrobits'),
  submit: plain('Submit'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'csp',
      label: plain('CSP company'),
      element: { type: 'plain_text_input' as const, action_id: 'v' },
    },
    {
      type: 'input' as const,
      block_id: 'email',
      label: plain('Contact e-mail'),
      element: { type: 'email_text_input' as const, action_id: 'v' },
    },
    {
      type: 'input' as const,
      block_id: 'region',
      label: plain('Region'),
      optional: true,
      element: {
        type: 'static_select' as const,
        action_id: 'v',
        options: [
          { text: plain('Europe'), value: 'eu' },
          { text: plain('America'), value: 'us' },
        ],
      },
    },
  ],
};

/** A small job like the real one: command, form, a message with a button, and the message edited in place. */
export function wireStory(bolt: App): void {
  bolt.command('/enable-acrobits', async ({ ack, body, client }) => {
    if (body.text === 'slow') return;
    await ack(body.text === 'help' ? 'Type /enable-acrobits to begin.' : '');
    if (body.text === '') await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  bolt.view('enable', async ({ ack, view, client }) => {
    const csp = view.state.values.csp?.v?.value ?? '';
    if (csp === 'Initech') {
      await ack({ response_action: 'errors', errors: { csp: 'Initech is enabled already.' } });
      return;
    }
    await ack();
    await client.chat.postMessage({
      channel: 'C0OPS',
      text: `Enabling ${csp}`,
      metadata: { event_type: 'run', event_payload: { run_id: 'r-1' } },
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `Enabling *${csp}*` } },
        {
          type: 'actions',
          block_id: 'act',
          elements: [{ type: 'button', action_id: 'approve', text: plain('Approve'), value: 'r-1' }],
        },
      ],
    });
  });
  bolt.view({ callback_id: 'enable', type: 'view_closed' }, ({ ack }) => ack());
  bolt.action('approve', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.message === undefined) return;
    await client.chat.update({ channel: 'C0OPS', ts: body.message.ts, text: `Approved by <@${body.user.id}>` });
  });
}
