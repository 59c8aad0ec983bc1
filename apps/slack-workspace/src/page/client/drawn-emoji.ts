import type { VNode } from 'preact';
import { html } from './html.ts';

interface Mark {
  readonly tone: 'good' | 'busy' | 'bad' | 'calm';
  /** What a screen reader says. */
  readonly says: string;
  readonly path: string;
}

/** The marks that stand beside steps, drawn here, since a machine without an emoji font shows boxes in their place. */
const drawn: { readonly [name: string]: Mark } = {
  white_check_mark: { tone: 'good', says: 'done', path: 'M3 8.5l3.5 3.5 6.5-8' },
  arrow_forward: { tone: 'busy', says: 'running', path: 'M5 3.5l7 4.5-7 4.5z' },
  hourglass_flowing_sand: { tone: 'busy', says: 'waiting', path: 'M4 2h8M4 14h8M5 2c0 5 6 7 6 12M11 2c0 5-6 7-6 12' },
  warning: { tone: 'bad', says: 'warning', path: 'M8 2l6.5 12h-13zM8 6.5v3.5M8 11.9v.2' },
  x: { tone: 'bad', says: 'no', path: 'M4 4l8 8M12 4l-8 8' },
  grey_question: { tone: 'calm', says: 'not known', path: 'M5 5.5a3 3 0 1 1 4.3 2.7C8.4 8.7 8 9.2 8 10.2M8 13v.2' },
  heavy_plus_sign: { tone: 'good', says: 'new', path: 'M8 3v10M3 8h10' },
  fast_forward: { tone: 'calm', says: 'skipped', path: 'M2.5 4l5 4-5 4zM8.5 4l5 4-5 4z' },
  heavy_check_mark: { tone: 'good', says: 'checked', path: 'M3 8.5l3.5 3.5 6.5-8' },
  no_entry: { tone: 'bad', says: 'refused', path: 'M8 2a6 6 0 1 0 .01 0zM4.5 8h7' },
  no_entry_sign: { tone: 'calm', says: 'left out', path: 'M8 2a6 6 0 1 0 .01 0zM4 4l8 8' },
  exclamation: { tone: 'bad', says: 'attention', path: 'M8 2.5v7M8 12.8v.2' },
  rotating_light: {
    tone: 'bad',
    says: 'alarm',
    path: 'M4.5 12V8a3.5 3.5 0 0 1 7 0v4M2.5 13.5h11M8 1.5v1.5M2.5 4l1 1M13.5 4l-1 1',
  },
  email: { tone: 'calm', says: 'letter', path: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5' },
  bell: { tone: 'calm', says: 'reminder', path: 'M3.5 12h9l-1.2-2V7a3.3 3.3 0 0 0-6.6 0v3zM7 14h2' },
  no_bell: { tone: 'calm', says: 'no reminders', path: 'M3.5 12h9l-1.2-2V7a3.3 3.3 0 0 0-6.6 0v3zM2.5 2.5l11 11' },
  bust_in_silhouette: { tone: 'calm', says: 'somebody', path: 'M8 2.5a2.7 2.7 0 1 0 .01 0zM2.8 13.5a5.2 5.2 0 0 1 10.4 0' },
  key: { tone: 'calm', says: 'key', path: 'M5 5.5a2.5 2.5 0 1 0 .01 0zM7.5 8H14v2.5M11.5 8v2' },
  lock: { tone: 'calm', says: 'locked', path: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5' },
  memo: { tone: 'calm', says: 'note', path: 'M3.5 2h9v12h-9zM5.5 5.5h5M5.5 8h5M5.5 10.5h3' },
  white_small_square: { tone: 'calm', says: 'not yet', path: 'M5.5 5.5h5v5h-5z' },
};

const names = new RegExp(`:(${Object.keys(drawn).join('|')}):`);

/** A text with these marks drawn; `rest` says what becomes of the text between them. */
export function withDrawnEmoji(text: string, rest: (text: string) => string): (VNode | string)[] {
  return text.split(names).map((part, at) => {
    const mark = at % 2 === 1 ? drawn[part] : undefined;
    return mark === undefined ? rest(part) : draw(mark);
  });
}

function draw({ tone, says, path }: Mark): VNode {
  return html`<svg class="emoji ${tone}" viewBox="0 0 16 16" role="img" aria-label=${says}><path d=${path} /></svg>`;
}
