import type { DomainGlance, StepStatus } from '@enablement/core';
import type { KnownBlock } from '@slack/types';

/** Slack's three control characters; everything a person typed passes here before it is shown. */
export const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const DATE_FORMAT = '{date_short_pretty} {time}';
export const dateFallback = (time: Date): string => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Slack shows the reader's own time zone; the text after `|` is for clients that cannot. */
export const moment = (time: Date): string => `<!date^${Math.floor(time.getTime() / 1000)}^${DATE_FORMAT}|${dateFallback(time)}>`;

export const person = (id: string): string => (/^[UW][A-Z0-9]+$/.test(id) ? `<@${id}>` : plain(id));

/** Sections of at most 3,000 characters each, broken between lines. */
export function sections(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines.map((line) => line.slice(0, 2900))) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < 2900) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } }));
}

export const context = (text: string): KnownBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: text.slice(0, 2900) }],
});

/** Names of Slack's emoji. */
export const SIGN: Readonly<Record<StepStatus, string>> = {
  done: 'white_check_mark',
  running: 'arrow_forward',
  waiting: 'hourglass_flowing_sand',
  problem: 'warning',
  ahead: 'white_small_square',
};

export const DOMAIN_SIGN: Readonly<Record<DomainGlance, string>> = {
  failed: SIGN.problem,
  waiting: SIGN.waiting,
  working: SIGN.running,
  ahead: SIGN.ahead,
  skipped: 'no_entry_sign',
  cancelled: SIGN.ahead,
  'already existed': SIGN.done,
  created: SIGN.done,
};

export const mark = (sign: string): string => `:${sign}:`;
