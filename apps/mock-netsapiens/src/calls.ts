import type { Reply } from '@enablement/mock-kit';
import { failed } from './answers.ts';
import { readDate } from './dates.ts';
import type { Place } from './places.ts';
import { cdrs } from './resources/cdrs.ts';
import type { Cdr } from './state.ts';
import { rowsAt } from './verbs.ts';

/** Which directions a `type` selects. The names and 0 to 3 are published; what each of them means is not. */
const directions: Record<string, readonly number[]> = {
  Outbound: [0],
  Inbound: [1, 2],
  Received: [1],
  Missed: [2],
  'On-net': [3],
  'Off-net': [0, 1, 2],
  0: [0],
  1: [1],
  2: [2],
  3: [3],
};

/** A moment may have the name of a zone behind it (RFC 9557); its offset counts. */
const readMoment = (text: unknown): number | undefined => readDate(String(text).replace(/\[[^\]]*\]$/, ''));

/** The calls that began in the period and have what the query asks for, or 400. */
export function callsIn({ call }: Place, work: (where: (cdr: Cdr) => boolean) => Reply): Reply {
  const { query } = call;
  const from = readMoment(query['datetime-start']);
  const to = readMoment(query['datetime-end']);
  if (from === undefined || to === undefined) return failed(400, 'datetime-start and datetime-end must be dates');
  const wanted = query.type === undefined ? undefined : directions[String(query.type)];
  if (query.type !== undefined && wanted === undefined)
    return failed(400, `type must be one of ${Object.keys(directions).join(', ')}`);
  const fits = (value: string, name: string): boolean => query[name] === undefined || query[name] === value;
  return work(
    (cdr) =>
      cdr.startedAt >= from &&
      cdr.startedAt <= to &&
      (wanted?.includes(cdr.direction) ?? true) &&
      fits(cdr.direction === 0 || cdr.direction === 3 ? cdr.number : cdr.user, 'dialled') &&
      fits(cdr.direction === 0 || cdr.direction === 3 ? cdr.user : cdr.number, 'caller') &&
      fits(`${cdr.id}-orig`, 'orig_callid') &&
      fits(`${cdr.id}-term`, 'term_callid'),
  );
}

/** How many calls, and how long they were together; that minutes are whole ones follows the published samples. */
export const countCalls = (place: Place): Reply =>
  callsIn(place, (where) => {
    let total = 0;
    let seconds = 0;
    for (const cdr of rowsAt(place, cdrs)) {
      if (!where(cdr)) continue;
      total += 1;
      seconds += cdr.talkingSeconds;
    }
    return { status: 200, body: { total, minutes: Math.floor(seconds / 60), seconds } };
  });
