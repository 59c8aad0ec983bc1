import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedOptions, type EmbeddedPostgres, ensurePostgres, findPostgres } from './embedded.ts';

export interface KeepOptions extends EmbeddedOptions {
  readonly database?: string;
  /** Milliseconds between two looks; a quarter of a second unless told. */
  readonly every?: number;
  readonly onRestart?: (server: EmbeddedPostgres) => void;
  /** The server is down and could not be started. It is tried again at the next look. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Looks after the server of `ensurePostgres(dir)` and starts it again when it has died, until it is stopped; the process stays
 * alive as long. Any number of programs may look after one server. Stop them before stopping the server.
 */
export function keepPostgres(dir: string, options: KeepOptions = {}): { stop(): Promise<void> } {
  const over = new AbortController();
  const watching = watch(dir, options, over.signal);
  return {
    async stop() {
      over.abort();
      await watching;
    },
  };
}

async function watch(dir: string, options: KeepOptions, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    try {
      if (!(await findPostgres(dir))) {
        const server = await ensurePostgres(dir, options.database, options);
        if (server.how !== 'attached') options.onRestart?.(server);
      }
    } catch (error) {
      options.onTrouble?.(error);
    }
    await pause(options.every ?? 250, undefined, { signal: over }).catch(() => undefined);
  }
}
