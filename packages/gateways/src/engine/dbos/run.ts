import { setTimeout as pause } from 'node:timers/promises';
import { DBOS, Error as DbosErrors } from '@dbos-inc/dbos-sdk';
import { type Json, type Run, seconds, type Workflow } from '@enablement/core';
import { DatabaseAway } from '../../postgres/connect.ts';
import { type Attempt, type Durable, runStep } from '../attempts.ts';
import { describeFailure, restoreFailure } from '../journal.ts';

/** A signal's data, wrapped: DBOS gives `null` for a time-out, and `null` is data as well. */
export interface Envelope {
  readonly data: Json;
}

const FIRST_LOOK = seconds(0.2);
const LAST_LOOK = seconds(5);

const durable: Durable = {
  // Retries are ours, so DBOS sees a step that never fails and records what came of it.
  once: (name, attempt) => DBOS.runStep<Attempt>(attempt, { name }),
  sleep: (duration) => DBOS.sleep(duration),
};

/** One execution of a workflow by DBOS, which knows from its context which one it is. */
function createRun(key: string): Run {
  return {
    key,
    step: (name, act, retry) => runStep(durable, name, () => onceDatabaseIsThere(act), retry),
    sleep: durable.sleep,
    async waitFor(signal, within) {
      const envelope = await DBOS.recv<Envelope>(signal, { timeoutSeconds: within / seconds(1) });
      return envelope?.data;
    },
  };
}

/**
 * A step cannot be journalled while PostgreSQL is away, so neither can it fail by that: its act is done again, as after a crash, until
 * PostgreSQL is there.
 */
async function onceDatabaseIsThere<T>(act: () => Promise<T>): Promise<T> {
  for (let wait = FIRST_LOOK; ; wait = Math.min(wait * 2, LAST_LOOK)) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error;
      await pause(wait, undefined, { ref: false });
    }
  }
}

/** The function that DBOS calls, at the first start and at every recovery. */
export function bodyOf(workflow: Workflow, onFailed: (id: string, error: unknown) => void): (input: Json) => Promise<void> {
  return async (input) => {
    const id = DBOS.workflowID ?? '';
    try {
      await workflow.run(createRun(id.slice(workflow.name.length + 1)), input);
    } catch (error) {
      // DBOS stops an execution by errors of its own (cancelled, taken over by another process), which must reach it as they are.
      if (isOfDbos(error)) throw error;
      onFailed(id, error);
      // What is thrown here is stored in the clear with all its properties, so causes and circumstances stay behind.
      throw restoreFailure(describeFailure(error));
    }
  };
}

const isOfDbos = (error: unknown) => error instanceof DbosErrors.DBOSError;
