/** A program to be killed by `engine.test.ts`: serves one workflow whose steps leave a line each in the file CRASH_LOG. */
import { appendFileSync } from 'node:fs';
import type { Run, Workflow } from '@enablement/core';
import { createDbosEngine } from './engine.ts';

const { DATABASE_URL = '', CRASH_LOG = '', HANG_IN = '' } = process.env;

const act = (run: Run, name: string) =>
  run.step(name, async () => {
    appendFileSync(CRASH_LOG, `${name}\n`);
    if (HANG_IN === name) await new Promise((resolve) => setTimeout(resolve, 60_000));
  });

const fragile: Workflow = {
  name: 'fragile',
  async run(run) {
    await act(run, 'collect');
    await act(run, 'send');
    const answer = await run.waitFor('answer', 60_000);
    await act(run, `heard ${answer}`);
    await run.sleep(700);
    await act(run, 'verify');
  },
};

const engine = await createDbosEngine({ url: DATABASE_URL, executorId: 'fragile' });
await engine.serve([fragile]);
appendFileSync(CRASH_LOG, 'serves\n');
