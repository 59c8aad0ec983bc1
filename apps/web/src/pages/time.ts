import { minutes } from '@enablement/core';
import { html, type Markup } from './html.ts';

const WRITTEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** A moment in UTC, since the reader may be anywhere. */
export const moment = (date: Date): Markup => html`<time datetime=${date.toISOString()}>${WRITTEN.format(date)} UTC</time>`;

const BRIEF = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** The same for a column of moments; its head says that they are UTC. */
export const briefly = (date: Date): Markup => html`<time datetime=${date.toISOString()}>${BRIEF.format(date)}</time>`;

/** `14 minutes left`, rounded down so that nobody relies on a minute that is not there. */
export function timeLeft(until: Date, now: Date): string {
  const left = Math.floor((until.getTime() - now.getTime()) / minutes(1));
  if (left < 1) return 'less than a minute left';
  return left === 1 ? '1 minute left' : `${left} minutes left`;
}
