import { type Environment, plainCloudId } from '@enablement/core';

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
  const plain = (environment: Environment) => ({ ...environment, cloudId: plainCloudId(environment.cloudId) });
  const merge = (enabled: readonly Environment[]) => {
    const all = new Map<string, Environment>();
    for (const environment of [...declared, ...enabled].map(plain))
      if (!all.has(environment.cloudId)) all.set(environment.cloudId, environment);
    return all;
  };
  let known = merge([]);
  return {
    get: (cloudId) => known.get(cloudId),
    only: () => (known.size === 1 ? known.values().next().value : undefined),
    get size() {
      return known.size;
    },
    async refresh() {
      known = merge(await readEnabled());
    },
  };
}
