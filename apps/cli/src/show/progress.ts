import type { CustomerRun } from '@enablement/core';
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  show(run: Pick<CustomerRun, 'counts'>): void;
  end(): void;
}

/** A bar with a rate and an end time where somebody watches, a line now and then in a log, nothing for a program. */
export function progressOf({ json, stream = process.stderr }: { json: boolean; stream?: NodeJS.WriteStream }): Progress {
  if (json) return { show: () => undefined, end: () => undefined };
  return stream.isTTY ? bar(stream) : lines(stream);
}

const totalOf = ({ ahead, done, failed, skipped }: CustomerRun['counts']) => ahead + done + failed + skipped;

function bar(stream: NodeJS.WriteStream): Progress {
  const format = '{bar} {value}/{total} · {rate}/s · {failed} failed · ends {ends}';
  const single = new SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: false, noTTYOutput: false },
    Presets.shades_classic,
  );
  const begun = Date.now();
  let started = false;
  return {
    show({ counts }) {
      const total = totalOf(counts);
      if (total === 0) return;
      const value = total - counts.ahead;
      const rate = value / Math.max(1, (Date.now() - begun) / 1000);
      const ends = rate > 0 ? new Date(Date.now() + (counts.ahead / rate) * 1000).toLocaleTimeString('en-GB') : 'later';
      const payload = { rate: rate.toFixed(1), failed: counts.failed + counts.skipped, ends };
      if (started) single.update(value, payload);
      else single.start(total, value, payload);
      started = true;
    },
    end: () => single.stop(),
  };
}

const EVERY = 5_000;

function lines(stream: NodeJS.WriteStream): Progress {
  let last = Date.now();
  return {
    show({ counts }) {
      if (Date.now() - last < EVERY) return;
      last = Date.now();
      stream.write(`${totalOf(counts) - counts.ahead} of ${totalOf(counts)} done, ${counts.failed + counts.skipped} failed\n`);
    },
    end: () => undefined,
  };
}
