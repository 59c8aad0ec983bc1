import type { ViewStateValue } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';

export const PLAN_FORM = 'plan-form';
const INPUT = 'value';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

/** A file, or the small case typed. The card goes to `room`. */
export function planForm(room: string, portals: readonly string[]): ModalView {
  const [first] = portals.map(option);
  return {
    type: 'modal',
    callback_id: PLAN_FORM,
    private_metadata: room,
    title: plain('Provision a domain'),
    submit: plain('Make a plan'),
    close: plain('Close'),
    blocks: [
      text('Nothing is changed yet: the platform is read, and a card shows what would be done. Somebody applies it there.'),
      {
        type: 'input',
        block_id: 'portal',
        label: plain('Platform'),
        element: {
          type: 'static_select',
          action_id: INPUT,
          options: portals.map(option),
          ...(first === undefined ? {} : { initial_option: first }),
        },
      },
      {
        type: 'input',
        block_id: 'file',
        optional: true,
        label: plain('Customer’s file'),
        hint: plain('YAML or JSON. With a file, nothing below is needed.'),
        element: { type: 'file_input', action_id: INPUT, filetypes: ['yaml', 'yml', 'json'], max_files: 1 },
      },
      { type: 'divider' },
      field('domain', 'Domain', 'Of a small customer without a file.', 'acme.example'),
      field('reseller', 'Reseller', 'Left out, the one of the bot’s own account; a Super User has none.', 'northwind'),
      field('description', 'Description', 'As the portal shows it.', 'Acme Corporation'),
      field(
        'users',
        'Users',
        'One a line: extension, names, e-mail. Each gets a desk phone and a softphone.',
        '100 Ada Example ada@acme.example',
        true,
      ),
      field(
        'numbers',
        'Numbers',
        'One a line: number, and the extension it rings; without one it goes to the inventory.',
        '15551230100 100',
        true,
      ),
    ],
  };
}

const option = (portal: string) => ({ text: plain(new URL(portal).host.slice(0, 75)), value: portal });
const text = (words: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text: words } });

const field = (block_id: string, label: string, hint: string, example: string, multiline = false): KnownBlock => ({
  type: 'input',
  block_id,
  optional: true,
  label: plain(label),
  hint: plain(hint),
  element: { type: 'plain_text_input', action_id: INPUT, multiline, placeholder: plain(example) },
});

export interface PlanForm {
  readonly portal: string;
  readonly upload?: { readonly id: string; readonly name: string } | undefined;
  readonly typed: Readonly<Record<'domain' | 'reseller' | 'description' | 'users' | 'numbers', string>>;
}

type State = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

export function readPlanForm(state: State): PlanForm {
  const said = (name: string): string => state[name]?.[INPUT]?.value?.trim() ?? '';
  const [file] = state.file?.[INPUT]?.files ?? [];
  return {
    portal: state.portal?.[INPUT]?.selected_option?.value ?? '',
    upload: file?.id === undefined ? undefined : { id: file.id, name: file.name ?? 'the file' },
    typed: {
      domain: said('domain'),
      reseller: said('reseller'),
      description: said('description'),
      users: said('users'),
      numbers: said('numbers'),
    },
  };
}
