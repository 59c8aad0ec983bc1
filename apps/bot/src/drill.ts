import type { Json, Run, Workflow } from '@enablement/core';

/**
 * `before`: everything up to this step is journalled, and nothing of it was done. `inside`: its deed is done and the journal does
 * not know it yet, the worst moment there is.
 */
type Moment = 'before' | 'inside';

/** What is practised at the steps of a workflow, each time one is tried. Development only. */
export type Drill = (moment: Moment, step: string) => Promise<void>;

/** Dies as `kill -9` does. `"before <step>"` or `"inside <step>"`; a number picks the n-th time: `"inside 2 Values stored"`. */
export function crashAt(crash: string): Drill {
  const [, when, nth = '1', where] = /^(before|inside) (?:(\d+) )?(.+)$/.exec(crash) ?? [];
  if (where === undefined) throw new Error(`CRASH_AT is malformed: expected “before <step>” or “inside <step>”, got “${crash}”.`);
  let times = 0;
  return async (moment, step) => {
    if (moment !== when || step !== where || ++times !== Number(nth)) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal is not instant; nothing may happen in between.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
}

/** Says at an address where it is (`before Values stored`, as text), and goes on when it has an answer: others are killed meanwhile. */
export function askAtSteps(url: string): Drill {
  return async (moment, step) => {
    const response = await fetch(url, { method: 'POST', body: `${moment} ${step}` });
    await response.body?.cancel();
  };
}

export function practise<I extends Json>(workflow: Workflow<I>, drill: Drill): Workflow<I> {
  const drilled = (run: Run): Run => ({
    key: run.key,
    waitFor: (signal, within) => run.waitFor(signal, within),
    sleep: (duration) => run.sleep(duration),
    step: (name, act, retry) =>
      run.step(
        name,
        async () => {
          await drill('before', name);
          const result = await act();
          await drill('inside', name);
          return result;
        },
        retry,
      ),
  });
  return { name: workflow.name, run: (run, input) => workflow.run(drilled(run), input) };
}
