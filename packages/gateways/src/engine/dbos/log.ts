import type { DLogger } from '@dbos-inc/dbos-sdk';

/** Where the engine's own remarks go, one line each. */
export type Log = (level: 'warn' | 'error', line: string) => void;

/**
 * Passes on warnings and errors, their first line only: what follows in a DBOS entry are stack traces and nested errors, and
 * those may quote what a step was working with.
 */
export function quietLogger(log: Log | undefined): DLogger {
  const tell = (level: 'warn' | 'error') => (entry: unknown) =>
    log?.(level, String(entry instanceof Error ? entry.message : entry).split('\n', 1)[0] ?? '');
  return { info: () => undefined, debug: () => undefined, warn: tell('warn'), error: tell('error') };
}
