import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** What a mock remembers. With a file it survives the death of the process, as a vendor's database would. */
export interface Memory<S> {
  state(): S;
  /** Writes the state aside and moves it into place, so that a death in between leaves the older one. */
  keep(): void;
  forget(): void;
}

export function createMemory<S>(fresh: () => S, file?: string): Memory<S> {
  let state = (file === undefined ? undefined : read<S>(file)) ?? fresh();
  const keep = (): void => {
    if (file === undefined) return;
    writeFileSync(`${file}.new`, serialize(state), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    state: () => state,
    keep,
    forget() {
      state = fresh();
      keep();
    },
  };
}

function read<S>(file: string): S | undefined {
  try {
    return deserialize(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`STATE_FILE names ${file}, which is not a state of this mock: remove it or name another file.`, {
      cause: error,
    });
  }
}
