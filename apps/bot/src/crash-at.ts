import type { Json, Run, Workflow } from '@enablement/core';

/**
 * Development only: dies as `kill -9` does, at one step of a workflow. `CRASH_AT="before <step>"` dies when everything up to
 * there is journalled; `"inside <step>"` dies after the deed and before the journal, the worst moment there is.
 * A number after the word picks the n-th time: `"inside 2 Client secret received: look"`.
 */
export function crashAt<I extends Json>(workflow: Workflow<I>, crash: string): Workflow<I> {
  const [, when, nth = '1', step] = /^(before|inside) (?:(\d+) )?(.+)$/.exec(crash) ?? [];
  if (step === undefined) throw new Error(`CRASH_AT is malformed: expected “before <step>” or “inside <step>”, got “${crash}”.`);
  let times = 0;
  const die = (): never => {
    process.kill(process.pid, 'SIGKILL');
    // The signal is not instant; nothing may happen in between.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    throw new Error('unreachable');
  };
  const fragile = (run: Run): Run => ({
    key: run.key,
    waitFor: (signal, within) => run.waitFor(signal, within),
    sleep: (duration) => run.sleep(duration),
    step: (name, act, retry) =>
      run.step(
        name,
        async () => {
          const hit = name === step && ++times === Number(nth);
          if (hit && when === 'before') die();
          const result = await act();
          if (hit) die();
          return result;
        },
        retry,
      ),
  });
  return { name: workflow.name, run: (run, input) => workflow.run(fragile(run), input) };
}
