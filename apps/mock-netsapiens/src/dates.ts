/** `2026-01-31 10:00:00`, UTC: what the platform writes. */
export const platformDate = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

/** `2026-01-31T10:00:00+00:00`: the other form in which reads write a date. */
export const isoDate = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}+00:00`;

/** Reads both. `undefined` when it is no date. */
export function readDate(text: string): number | undefined {
  const time = Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}
