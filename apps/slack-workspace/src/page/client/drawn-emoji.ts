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
