import { later } from '../../scripts/lib/program.ts';
import type { Stack } from '../../scripts/lib/stack.ts';
import type { RunOfADomain } from './run-of-a-domain.ts';
import type { Step } from './steps-of-a-run.ts';

/** Kills the bot before and inside each of these steps, while a person goes on with the run; gives the moments that it survived. */
export async function killAt(stack: Stack, run: RunOfADomain, steps: readonly Step[]): Promise<readonly string[]> {
  const doings: Promise<unknown>[] = [];
  const survived: string[] = [];
  let deaths = 0;
  for (const { name, before = 1, rests, after } of steps) {
    if (rests !== undefined) await rest(stack, run, rests);
    // Before: everything up to here is journalled. Inside: the deed is done and the journal does not know it, the worst moment.
    for (const moment of ['before', 'inside']) {
      const nth = moment === 'before' ? before : 1;
      const bot = await stack.start('bot', { CRASH_AT: `${moment} ${nth} ${name}` }, true);
      // Not waited for: the bot may die before Slack has its answer, and the person tries again with the next one.
      if (after && moment === 'before') doings.push(after(run));
      const ended = await Promise.race([bot.ended, new Promise((resolve) => setTimeout(resolve, 15_000, 'alive'))]);
      if (ended === 'SIGKILL') deaths += 1;
      else survived.push(`${moment} ${name} (${ended})`);
      if (ended === 'alive') await bot.kill();
    }
  }
  await stack.start('bot');
  await Promise.all(doings);
  console.log(`the bot was killed ${deaths} times, at ${steps.length} steps`);
  return survived;
}

async function rest(stack: Stack, run: RunOfADomain, words: string): Promise<void> {
  const bot = await stack.start('bot');
  await run.says(words);
  // The card says it before the journal does.
  await later(2_000);
  await bot.stop();
}
