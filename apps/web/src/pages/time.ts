import { minutes } from '@enablement/core';
import { html, type Markup } from './html.ts';

const WRITTEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment in UTC, since the reader may be anywhere. */
export const moment = (date: Date): Markup => html`<time datetime=${date.toISOString()}>${WRITTEN.format(date)} UTC</time>`;

/** `14 minutes left`, rounded down so that nobody relies on a minute that is not there. */
export function timeLeft(until: Date, now: Date): string {
  const left = Math.floor((until.getTime() - now.getTime()) / minutes(1));
  if (left < 1) return 'less than a minute left';
  return left === 1 ? '1 minute left' : `${left} minutes left`;
}
