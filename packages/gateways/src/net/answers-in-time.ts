import { setTimeout as sleep } from 'node:timers/promises';
import { type Duration, seconds } from '@enablement/core';

const LIMIT: Duration = seconds(2);

/** For a health page: whether this works within two seconds. Never rejects. */
export async function answersInTime(work: () => Promise<unknown>): Promise<boolean> {
  const stop = new AbortController();
  const answered = work().then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([answered, sleep(LIMIT, false, { signal: stop.signal, ref: false }).catch(() => false)]);
  stop.abort();
  return ok;
}
