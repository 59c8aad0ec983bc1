import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What lies in a folder of pacts: the text of each file by its name. */
export function readPacts(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Files that the clients' tests have written otherwise than they were checked in, to the byte; new and lost ones too. */
export function stalePacts(checkedIn: ReadonlyMap<string, string>, written: ReadonlyMap<string, string>): readonly string[] {
  const names = new Set([...checkedIn.keys(), ...written.keys()]);
  return [...names].filter((name) => checkedIn.get(name) !== written.get(name)).sort();
}
