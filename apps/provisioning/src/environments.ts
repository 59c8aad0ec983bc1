import { type Environment, mergeEnvironments } from '@enablement/core';

/** The environments that phones are served for: those of the file, and those that are enabled in the register. */
export interface Environments {
  get(cloudId: string): Environment | undefined;
  /** The one there is, when there is exactly one. */
  only(): Environment | undefined;
  readonly size: number;
  /** Reads the register again. Rejects when it cannot; what was known stays. */
  refresh(): Promise<void>;
}

/** @param declared what a file declares goes before what the register says about the same cloudId */
export function createEnvironments(
  declared: readonly Environment[],
  readEnabled: () => Promise<readonly Environment[]>,
): Environments {
  let known = mergeEnvironments(declared, []);
  return {
    get: (cloudId) => known.get(cloudId),
    only: () => (known.size === 1 ? known.values().next().value : undefined),
    get size() {
      return known.size;
    },
    async refresh() {
      known = mergeEnvironments(declared, await readEnabled());
    },
  };
}
