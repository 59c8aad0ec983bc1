import type { RichTextBlock, RichTextElement } from '@slack/types';
import { DATE_FORMAT, dateFallback } from './words.ts';

/** Rich text reads no mark-up, so nothing in it is escaped; what people typed stands there as they typed it. */
export const richText = (...lines: readonly (readonly RichTextElement[])[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: lines.flatMap((line, at) => (at === 0 ? line : [text('\n'), ...line])),
    },
  ],
});

const LONGEST = 1_500;

export const text = (words: string): RichTextElement => ({
  type: 'text',
  // An empty text is none to Slack.
  text: words === '' ? ' ' : cut(words, LONGEST),
});

export const bold = (words: string): RichTextElement => ({ type: 'text', text: cut(words, LONGEST), style: { bold: true } });

export const emoji = (name: string): RichTextElement => ({ type: 'emoji', name });

/** A moment, in the reader's own time. */
export const date = (time: Date): RichTextElement => ({
  type: 'date',
  timestamp: Math.floor(time.getTime() / 1000),
  format: DATE_FORMAT,
  fallback: dateFallback(time),
});

export const cut = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
