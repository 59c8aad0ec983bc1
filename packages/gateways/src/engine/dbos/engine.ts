import { DBOS, DBOSClient, Error as DbosErrors } from '@dbos-inc/dbos-sdk';
import { type Duration, type Engine, type Outcome, seconds, Unreachable, type Workflow } from '@enablement/core';
import { DatabaseAway, openPool, reaching, readUrl } from '../../postgres/connect.ts';
import { hasCode } from '../../postgres/embedded/keep-once.ts';
import { asJournalled } from '../journal.ts';
import { type ExecutorLock, lockExecutor } from './executor-lock.ts';
import { type Log, quietLogger } from './log.ts';
import { bodyOf, type Envelope } from './run.ts';
import { settingUp } from './set-up.ts';

export interface DbosOptions {
  readonly url: string;
  /** Names this process among those that serve; it takes up again the runs it had under the same name. */
  readonly executorId: string;
  /** Runs that are started here wait in this queue, and what is served here is taken from it alone; `runs` unless told otherwise. */
  readonly queue?: string;
  /** How long `serve` waits for an earlier process of the same name to let go. */
  readonly patience?: Duration;
  /** How long `start`, `signal` and `outcome` wait for PostgreSQL before they throw `Unreachable`. */
  readonly answerWithin?: Duration;
  readonly log?: Log;
  /** Another process took our name while PostgreSQL was away. Nothing runs here any more; the program had better end. */
  readonly onLost?: (sentence: string) => void;
}

export interface DbosEngine extends Engine {
  /** Runs these workflows in this process, unfinished ones first. Once for each process. Without it, this is a door to the engine. */
  serve(workflows: readonly Workflow[]): Promise<void>;
  /** Lets go of everything. Unfinished runs go on where they are served next. */
  close(): Promise<void>;
}

const APPLICATION = 'enablement';
/**
 * DBOS gives up on a run after a hundred recoveries, to be safe from one that kills its process. Ours wait for people for weeks
 * while programs are restarted, so the number only has to be finite.
 */
const RECOVERIES = 1_000_000;

/**
 * Durable workflows in PostgreSQL by DBOS Transact. Every method throws `Unreachable` when the database is away, or when it has
 * never been served yet: the first `serve` makes the tables.
 */
export async function createDbosEngine(options: DbosOptions): Promise<DbosEngine> {
  const { executorId, log, queue = 'runs' } = options;
  const url = readUrl(options.url);
  const logger = quietLogger(log);
  // Pools of ours: those of DBOS wait for a silent server for ever, and one of their connections may end the process when it dies.
  const door = openPool(url, 4);
  const room = openPool(url);
  const client = await DBOSClient.create({
    systemDatabaseUrl: url,
    systemDatabasePool: door,
    applicationName: APPLICATION,
    logger,
  });
  const answering = <T>(act: () => Promise<T>) => within(options.answerWithin ?? seconds(10), act);
  let served: ReadonlySet<string> | undefined;
  let lock: ExecutorLock | undefined;

  async function serve(workflows: readonly Workflow[]): Promise<void> {
    if (served) throw new Error('This engine serves its workflows already.');
    served = new Set(workflows.map((workflow) => workflow.name));
    const patience = options.patience ?? seconds(15);
    lock = await reaching(() => lockExecutor(url, executorId, { patience, onLost: () => void lost() }));
    for (const workflow of workflows) {
      const body = bodyOf(workflow, (id, error) => log?.('error', `${id} failed: ${explain(error)}`));
      DBOS.registerWorkflow(body, { name: workflow.name, maxRecoveryAttempts: RECOVERIES });
    }
    DBOS.setConfig({
      name: APPLICATION,
      systemDatabaseUrl: url,
      systemDatabasePool: room,
      executorID: executorId,
      // By default this is a hash of the sources, and then no run would survive a change of the program.
      applicationVersion: '1',
      enablePatching: true,
      listenQueues: [queue],
      logger,
    });
    await settingUp(url, () => DBOS.launch());
    await DBOS.registerQueue(queue, { minPollingIntervalMs: 100, onConflict: 'always_update' });
  }

  async function lost(): Promise<void> {
    const sentence = `Another process now runs as executor "${executorId}"; this one has stopped running workflows.`;
    await DBOS.shutdown();
    log?.('error', sentence);
    options.onLost?.(sentence);
  }

  return {
    serve,

    async start(workflow, key, input) {
      if (served && !served.has(workflow)) throw new Error(`No workflow is called "${workflow}".`);
      const workflowID = `${workflow}/${key}`;
      await answering(() => client.enqueue({ workflowName: workflow, queueName: queue, workflowID }, asJournalled(input)));
    },

    async signal(workflow, key, signal, data, id) {
      const envelope: Envelope = { data: asJournalled(data) };
      const workflowID = `${workflow}/${key}`;
      try {
        await answering(() => client.send(workflowID, envelope, signal, `${signal}/${id}`));
      } catch (error) {
        if (!isUnknownRun(error)) throw error;
        throw new Error(`${workflowID} has not been started, so it cannot be sent "${signal}".`);
      }
    },

    async outcome(workflow, key) {
      const found = await answering(() => client.getWorkflow(`${workflow}/${key}`));
      return found ? outcomeOf(found.status, found.error) : { status: 'unknown' };
    },

    async close() {
      // DBOS is one for each process: only the engine that holds a lock has launched it.
      if (lock) await DBOS.shutdown({ deregister: true });
      await client.destroy();
      await Promise.all([door.end(), room.end()]);
      await lock?.release();
    },
  };
}

function outcomeOf(status: string, error: unknown): Outcome {
  if (status === 'SUCCESS') return { status: 'finished' };
  if (status === 'PENDING' || status === 'ENQUEUED' || status === 'DELAYED') return { status: 'running' };
  if (status === 'ERROR') return { status: 'failed', error: error instanceof Error ? error.message : String(error) };
  return { status: 'failed', error: `The run was ended from outside (${status.toLowerCase().replaceAll('_', ' ')}).` };
}

const isUnknownRun = (error: unknown) => error instanceof DbosErrors.DBOSNonExistentWorkflowError;

/** DBOS itself waits for the database for ever. What is late may still happen; all three calls may be repeated. */
async function within<T>(patience: Duration, act: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DatabaseAway(new Error(`no answer within ${patience} ms`))), patience);
  });
  try {
    return await Promise.race([reaching(act), late]);
  } catch (error) {
    if (!hasCode(error, '42P01', '3F000')) throw error;
    // No such table, no such schema.
    throw new Unreachable(
      'The workflow engine is not set up yet',
      'Start the program that runs the workflows; it sets the engine up.',
    );
  } finally {
    clearTimeout(timer);
  }
}

/** For our own log: where a bug of ours is, without what it was working on. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const origin = error.cause instanceof Error ? error.cause : error;
  const place = origin.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return place ? `${error.message} (${place.trim()})` : error.message;
}
