import type { Dispatch, Dispatches } from '../ports/dispatch.ts';
import type { Engine } from '../ports/engine.ts';
import { createTurns } from '../turns.ts';

/** Each takes a connection or two of the engine's. */
const AT_ONCE = 6;

/**
 * Hands what is pending to the engine, several runs at once and each run's own in order, and says how many there were. What cannot be
 * handed over holds up its own run alone; its error is thrown once the others are done. May die anywhere: starting twice starts once,
 * and a nudge carries its own id.
 */
export async function deliver(dispatches: Dispatches, engine: Engine): Promise<number> {
  const pending = await dispatches.pending();
  const turns = createTurns(AT_ONCE);
  const runs = Map.groupBy(pending, ({ workflow, key }) => `${workflow} ${key}`);
  const handOver = async (dispatch: Dispatch) => {
    if (dispatch.kind === 'start') await engine.start(dispatch.workflow, dispatch.key, dispatch.input);
    else await engine.signal(dispatch.workflow, dispatch.key, 'nudge', {}, dispatch.id);
    await dispatches.settle(dispatch.id);
  };
  const outcomes = await Promise.allSettled(
    [...runs.values()].map((own) =>
      turns.take(async () => {
        for (const dispatch of own) await handOver(dispatch);
      }),
    ),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return pending.length;
}
