import type { KnownBlock } from '@slack/types';

type Fields = Readonly<Record<string, unknown>>;

/** Slack's limits that a message of ours could meet (docs.slack.dev, Block Kit reference), as sentences about what is over. */
export function overLimits(blocks: readonly KnownBlock[], most = 50): readonly string[] {
  const over: string[] = [];
  const hold = (what: string, size: number, limit: number) => {
    if (size > limit) over.push(`${what}: ${size}, at most ${limit}`);
  };
  const textOf = (value: unknown): string =>
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' ? value.text : '';
  hold('blocks', blocks.length, most);
  for (const block of blocks) {
    const fields = block as unknown as Fields;
    const at = block.type;
    if (at === 'header') hold(at, textOf(fields.text).length, 150);
    if (at === 'section') hold(at, textOf(fields.text).length, 3000);
    if (at === 'section' && textOf(fields.text) === '') over.push('section without a text');
    const elements = (fields.elements ?? []) as readonly Fields[];
    if (at === 'context') {
      hold(`elements of ${at}`, elements.length, 10);
      for (const element of elements) hold(at, textOf(element).length, 3000);
    }
    if (at === 'actions') {
      hold(`elements of ${at}`, elements.length, 25);
      if (elements.length === 0) over.push('actions without an element');
      const ids = elements.map((element) => element.action_id);
      hold('action_ids that are there twice', ids.length - new Set(ids).size, 0);
    }
    for (const element of [...(at === 'actions' ? elements : []), ...(fields.accessory ? [fields.accessory as Fields] : [])]) {
      hold('action_id', String(element.action_id).length, 255);
      hold('value', String(element.value ?? '').length, 2000);
      if (element.type === 'button') hold('text of a button', textOf(element.text).length, 75);
      const options = (element.options ?? []) as readonly Fields[];
      hold('options', options.length, element.type === 'overflow' ? 5 : 100);
      for (const option of options) {
        hold('text of an option', textOf(option.text).length, 75);
        hold('value of an option', String(option.value).length, element.type === 'overflow' ? 150 : 150);
      }
      if (element.placeholder) hold('placeholder', textOf(element.placeholder).length, 150);
    }
    if (at === 'plan') {
      hold('title of a plan', String(fields.title).length, 256);
      const tasks = (fields.tasks ?? []) as readonly Fields[];
      hold('tasks', tasks.length, 50);
      for (const task of tasks) hold('title of a task', String(task.title).length, 256);
    }
    if (at === 'table') {
      const rows = (fields.rows ?? []) as readonly (readonly unknown[])[];
      hold('rows', rows.length, 100);
      for (const row of rows) hold('cells of a row', row.length, 20);
      hold('characters of a table', lettersIn(rows), 10_000);
    }
    for (const empty of emptyTexts(block)) over.push(`an empty text in a ${empty}`);
  }
  return over;
}

function lettersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lettersIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const own =
    'type' in value && value.type === 'text' && 'text' in value && typeof value.text === 'string' ? value.text.length : 0;
  return own + Object.values(value).reduce<number>((sum, one) => sum + (typeof one === 'object' ? lettersIn(one) : 0), 0);
}

/** Rich text refuses a text of no length. */
function emptyTexts(value: unknown, within = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => emptyTexts(one, within));
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value && typeof value.type === 'string' ? value.type : within;
  const own = type === 'text' && 'text' in value && value.text === '' ? [within] : [];
  return [...own, ...Object.values(value).flatMap((one) => emptyTexts(one, type))];
}
