import { type Duration, milliseconds, Secret, seconds, Unreachable } from '@enablement/core';
import type { Waiting } from './retry.ts';

/** How long a write may stay invisible: it travels over the platform's service bus to every core. How long that takes is not published. */
const PATIENCE = seconds(20);
const FIRST = milliseconds(200);
const MOST = seconds(2);

/** What a look found: what was waited for, or what is still missing. */
export type Look<Found> = { readonly found: Found } | { readonly missing: readonly string[] };

/**
 * Looks until what was written shows, and gives it back. Status 202 only means that the write was accepted; reading at once may find
 * nothing, or what was there before. Throws `Unreachable` when it does not show in time.
 * @param what the write, for the sentence: `PUT /domains/{domain}`
 */
export async function readBack<Found>(
  look: () => Promise<Look<Found>>,
  what: string,
  { clock, sleep }: Pick<Waiting, 'clock' | 'sleep'>,
): Promise<Found> {
  const until = clock.now().getTime() + PATIENCE;
  for (let pause: Duration = FIRST; ; pause = Math.min(pause * 2, MOST)) {
    const seen = await look();
    if ('found' in seen) return seen.found;
    if (clock.now().getTime() + pause > until) {
      throw new Unreachable(
        `NetSapiens accepted ${what}, but does not show it after ${PATIENCE / 1_000} seconds (${seen.missing.join(', ')}).`,
        'It may only be late. If it stays so, ask whoever runs the platform whether its cores are in step.',
      );
    }
    await sleep(pause);
  }
}

/** The members that are shown otherwise than written, secrets included. Nested ones and wildcards are passed over. */
export function differences(written: object, shown: object): readonly string[] {
  return Object.entries(written)
    .filter(([name, value]) => isComparable(value) && !isSame(value, Reflect.get(shown, name)))
    .map(([name]) => name);
}

const plain = (value: unknown) => (value instanceof Secret ? value.reveal() : value);
/** These stand for something else: the caller's own, all, inherited. */
const WILDCARDS: readonly unknown[] = ['~', '*', '[*]'];
const isComparable = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof plain(value)) && !WILDCARDS.includes(value);

/** Numbers come back as text, and moments in another notation. */
function isSame(written: unknown, shown: unknown): boolean {
  const [one, other] = [plain(written), plain(shown)].map((value) => String(value ?? ''));
  return one === other || (momentOf(one) !== undefined && momentOf(one) === momentOf(other));
}

/** `2046-01-31 10:00:00`, which is UTC, or ISO 8601 with an offset. */
function momentOf(text = ''): number | undefined {
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${time}${zone ?? 'Z'}`);
}
