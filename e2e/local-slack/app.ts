import { createServer, type Server } from 'node:http';
import { freePorts } from '../../scripts/lib/program.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const options = ['One', 'Two'].map((word) => ({ text: plain(word), value: word.toLowerCase() }));
const input = (label: string, element: object, more: object = {}) => ({
  ...{ type: 'input', block_id: label, label: plain(label), element: { action_id: 'v', ...element } },
  ...more,
});

/** A form with every input there is, in the order in which the keyboard comes to them. */
export const EVERY_INPUT = {
  type: 'modal',
  title: plain('Every input'),
  submit: plain('Send'),
  close: plain('Cancel'),
  blocks: [
    input('Text', { type: 'plain_text_input' }, { hint: plain('A line of text.') }),
    input('Lines', { type: 'plain_text_input', multiline: true }),
    input('E-mail', { type: 'email_text_input' }),
    input('Address', { type: 'url_text_input' }),
    input('Number', { type: 'number_input', is_decimal_allowed: false }),
    input('Select', { type: 'static_select', options }),
    input('Several', { type: 'multi_static_select', options }, { optional: true }),
    input('Person', { type: 'users_select' }),
    input('Channel', { type: 'conversations_select' }),
    input('Radio', { type: 'radio_buttons', options }),
    input('Ticks', { type: 'checkboxes', options }),
    input('Day', { type: 'datepicker', initial_date: '2026-12-01' }),
    input('Time', { type: 'timepicker', initial_time: '09:30' }),
    input('Moment', { type: 'datetimepicker', initial_date_time: 1_795_000_000 }),
    input('Formatted', { type: 'rich_text_input' }),
    input('File', { type: 'file_input', filetypes: ['csv'], max_files: 1 }),
  ],
};

const card = {
  channel: 'C0OPS',
  text: 'A card',
  blocks: [
    { type: 'header', text: plain('A card') },
    {
      type: 'plan',
      title: 'Steps',
      tasks: [
        { type: 'task_card', task_id: '1', title: 'Asked', status: 'complete' },
        { type: 'task_card', task_id: '2', title: 'Waiting for Acrobits', status: 'in_progress' },
      ],
    },
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: 'go', text: plain('Go on'), style: 'primary' },
        { type: 'overflow', action_id: 'more', options },
      ],
    },
  ],
};

/** A small app: its command opens the form, what was sent is kept, and Home is published to whoever opens it. */
export class SmallApp {
  readonly port: number;
  readonly #server: Server;
  slack = '';
  /** `state.values` of what was sent last. */
  sent: Record<string, Record<string, unknown>> | undefined;
  readonly clicked: string[] = [];

  private constructor(port: number) {
    this.port = port;
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      response.end();
      await this.#hear(Buffer.concat(chunks).toString('utf8'), request.headers['content-type'] ?? '');
    });
  }

  static async start(): Promise<SmallApp> {
    const [port = 0] = await freePorts(1);
    const app = new SmallApp(port);
    await new Promise<void>((resolve) => app.#server.listen(port, '127.0.0.1', resolve));
    return app;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #hear(body: string, type: string): Promise<void> {
    const form = new URLSearchParams(body);
    const payload = type.includes('json') ? JSON.parse(body) : JSON.parse(form.get('payload') ?? '{}');
    if (form.has('command')) {
      if (form.get('text') === 'card') await this.call('chat.postMessage', card);
      else await this.call('views.open', { trigger_id: form.get('trigger_id'), view: EVERY_INPUT });
    }
    if (payload.type === 'view_submission') this.sent = payload.view.state.values;
    if (payload.type === 'block_actions') this.clicked.push(payload.actions[0].action_id);
    if (payload.event?.type === 'app_home_opened') {
      const blocks = [
        { type: 'header', text: plain('My runs') },
        { type: 'section', text: { type: 'mrkdwn', text: 'Nothing waits for you.' } },
        { type: 'actions', elements: [{ type: 'button', action_id: 'new', text: plain('Enable an environment') }] },
      ];
      await this.call('views.publish', { user_id: payload.event.user, view: { type: 'home', blocks } });
    }
  }

  async call(method: string, body: object): Promise<{ readonly ok: boolean; readonly error?: string }> {
    const headers = { authorization: 'Bearer xoxb-local', 'content-type': 'application/json' };
    const response = await fetch(`${this.slack}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as { ok: boolean };
  }
}
