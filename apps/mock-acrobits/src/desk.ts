import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { State } from './state.ts';

/** Where every part of the program finds the one state, and says that it has changed it. */
export interface Desk {
  readonly state: State;
  now(): Date;
  /** Lets so many milliseconds pass; returns early when the signal is aborted. */
  rest(ms: number, signal: AbortSignal): Promise<void>;
  /** Call after each change. With a state file, the change is on disk when this returns. */
  changed(): void;
  /** Forgets everything, also on disk, and gives the seed. */
  reset(): State;
}

/**
 * Keeps the state in memory and, when `file` is given, on disk: Acrobits does not lose a letter when one of its machines dies,
 * so a mock that is killed in the middle of a run must not either.
 */
export function openDesk(options: { fresh: () => State; file?: string | undefined } & Partial<Pick<Desk, 'now' | 'rest'>>): Desk {
  const { fresh, file, now = () => new Date(), rest = restForReal } = options;
  // A file of an earlier edition may lack what has been added since.
  let state: State = { ...fresh(), ...(file === undefined ? undefined : load(file)) };
  return {
    get state() {
      return state;
    },
    now,
    rest,
    changed() {
      if (file !== undefined) save(file, state);
    },
    reset() {
      if (file !== undefined) rmSync(file, { force: true });
      state = fresh();
      return state;
    },
  };
}

async function restForReal(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

function load(file: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    // Only this program writes the file, and always as a whole, so its shape is taken as it is.
    return JSON.parse(text) as State;
  } catch (error) {
    throw new Error(`STATE_FILE names ${file}, which is not a state of this mock: remove it or name another file.`, {
      cause: error,
    });
  }
}

function save(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  // Written aside and moved, so that a kill in between leaves the old file and never half a file.
  writeFileSync(`${file}.next`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.next`, file);
}
