/** `2026-01-31 10:00:00`, UTC: what the platform writes. */
export const platformDate = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

/** Reads that form and ISO 8601. `undefined` when it is no date. */
export function readDate(text: string): number | undefined {
  const time = Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}
