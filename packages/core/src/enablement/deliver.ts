import type { Dispatches } from '../ports/dispatch.ts';
import type { Engine } from '../ports/engine.ts';

/**
 * Hands what is pending to the engine, in order, and says how many there were. May die anywhere: starting twice starts once,
 * and a nudge carries its own id.
 */
export async function deliver(dispatches: Dispatches, engine: Engine): Promise<number> {
  const pending = await dispatches.pending();
  for (const dispatch of pending) {
    if (dispatch.kind === 'start') await engine.start(dispatch.workflow, dispatch.key, dispatch.input);
    else await engine.signal(dispatch.workflow, dispatch.key, 'nudge', {}, dispatch.id);
    await dispatches.settle(dispatch.id);
  }
  return pending.length;
}
