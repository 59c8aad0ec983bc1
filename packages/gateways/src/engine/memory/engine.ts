import type { Clock, Duration, Engine, Json, Workflow } from '@enablement/core';
import { asJournalled } from '../journal.ts';
import type { RunRecord } from './record.ts';
import { createRun, type Life } from './run.ts';
import { createVirtualTime } from './virtual-time.ts';

export interface MemoryEngine extends Engine {
  readonly clock: Clock;
  /** Runs what was started before as well. */
  serve(workflows: readonly Workflow[]): Promise<void>;
  /** Lets everything happen that happens by then. `advance(0)` only waits until everything is at rest. */
  advance(duration: Duration): Promise<void>;
  /** The process dies and starts again: runs begin at their first line, and what was finished answers from the journal. */
  crash(): void;
  /** Everything that the journals hold, as text, for tests that look for what must not be there. */
  journalled(): string;
}

/** An engine for tests: the rules of a durable one, in virtual time, and gone with the test. */
export function createMemoryEngine({ start = new Date('2026-01-05T09:00:00Z') }: { start?: Date } = {}): MemoryEngine {
  const time = createVirtualTime(start);
  const runs = new Map<string, RunRecord>();
  const served = new Map<string, Workflow>();
  let listeners = new Map<RunRecord, Set<() => void>>();
  let life = begin();

  function begin(): Life {
    const self: Life = {
      time,
      isOver: () => life !== self,
      listen: (record, heard) => listeners.set(record, (listeners.get(record) ?? new Set()).add(heard)),
    };
    return self;
  }

  function launch(workflow: string, key: string, input: Json): void {
    if (served.size > 0 && !served.has(workflow)) throw new Error(`No workflow is called "${workflow}".`);
    const id = `${workflow}/${key}`;
    if (runs.has(id)) return;
    const record: RunRecord = {
      workflow,
      key,
      input: asJournalled(input),
      journal: [],
      signals: [],
      status: 'running',
      error: '',
    };
    runs.set(id, record);
    void execute(record);
  }

  async function execute(record: RunRecord): Promise<void> {
    const workflow = served.get(record.workflow);
    if (!workflow) return;
    const mine = life;
    try {
      await workflow.run(createRun(record, mine), record.input);
      if (!mine.isOver()) record.status = 'finished';
    } catch (error) {
      if (mine.isOver()) return;
      record.status = 'failed';
      record.error = error instanceof Error ? error.message : String(error);
    }
  }

  function resume(): void {
    for (const record of runs.values()) if (record.status === 'running') void execute(record);
  }

  return {
    clock: time.clock,
    advance: time.advance,
    journalled: () => JSON.stringify([...runs.values()]),

    async serve(workflows) {
      if (served.size > 0) throw new Error('This engine serves its workflows already.');
      for (const workflow of workflows) served.set(workflow.name, workflow);
      resume();
    },

    crash() {
      life = begin();
      listeners = new Map();
      time.forgetTimers();
      resume();
    },

    async start(workflow, key, input) {
      launch(workflow, key, input);
    },

    async signal(workflow, key, signal, data, id) {
      const record = runs.get(`${workflow}/${key}`);
      if (!record) throw new Error(`${workflow}/${key} has not been started, so it cannot be sent "${signal}".`);
      if (record.signals.some((known) => known.name === signal && known.id === id)) return;
      record.signals.push({ name: signal, id, data: asJournalled(data), taken: false });
      const waiting = listeners.get(record);
      listeners.delete(record);
      for (const heard of waiting ?? []) heard();
    },

    async outcome(workflow, key) {
      const record = runs.get(`${workflow}/${key}`);
      if (!record) return { status: 'unknown' };
      return record.status === 'failed' ? { status: 'failed', error: record.error } : { status: record.status };
    },
  };
}
