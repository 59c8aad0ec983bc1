import type { Duration, Json, Run } from '@enablement/core';
import { type Durable, runStep } from '../attempts.ts';
import { entryAt, type RunRecord } from './record.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What one life of the engine offers to its runs. After a crash nothing of that life is heard of again. */
export interface Life {
  readonly time: VirtualTime;
  isOver(): boolean;
  /** Called when a signal has come in for the run. */
  listen(record: RunRecord, heard: () => void): void;
}

/** A dead process does not go on to its next line. */
const never = <T>() => new Promise<T>(() => undefined);

/** One execution of a workflow from its first line. */
export function createRun(record: RunRecord, life: Life): Run {
  let lines = 0;
  const { time } = life;
  const wakeAt = (until: number) =>
    new Promise<void>((resolve) => {
      time.at(until, resolve);
    });

  const durable: Durable = {
    async once(name, attempt) {
      const place = lines++;
      const known = entryAt(record, place, 'step', name);
      if (known) return known.attempt;
      const result = await time.during(`${record.workflow}/${record.key} ${name}`, attempt);
      if (life.isOver()) return never();
      record.journal[place] = { kind: 'step', name, attempt: result };
      return result;
    },

    async sleep(duration) {
      const place = lines++;
      const until = entryAt(record, place, 'sleep', '')?.until ?? time.milliseconds() + duration;
      record.journal[place] = { kind: 'sleep', name: '', until };
      if (until > time.milliseconds()) await wakeAt(until);
    },
  };

  return {
    key: record.key,
    sleep: durable.sleep,
    step: (name, act, retry) => runStep(durable, name, act, retry),

    async waitFor(signal: string, within: Duration): Promise<Json | undefined> {
      const place = lines++;
      const entry = entryAt(record, place, 'wait', signal) ?? { kind: 'wait', name: signal, until: time.milliseconds() + within };
      record.journal[place] = entry;
      while (!entry.done) {
        const waiting = record.signals.find((candidate) => candidate.name === signal && !candidate.taken);
        if (waiting) {
          waiting.taken = true;
          entry.done = { data: waiting.data };
        } else if (time.milliseconds() >= entry.until) {
          entry.done = { data: undefined };
        } else {
          await Promise.race([wakeAt(entry.until), new Promise<void>((heard) => life.listen(record, heard))]);
          if (life.isOver()) return never();
        }
      }
      return entry.done.data;
    },
  };
}
