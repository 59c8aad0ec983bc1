import { operationsOf } from '@enablement/contracts';
import { document, documentAt, membersAt, type Release, releases, type Schemas } from '@enablement/contracts/netsapiens';
import type { State } from './state.ts';

/** What a core of a line says its version is. `44.4.10` was seen on a live platform; the others are invented. */
export const versions: Record<Release, string> = { '44.0': '44.0.0', '44.4': '44.4.10', '45.0': '45.0.0' };

/** Throws a sentence that names the lines. */
export function readRelease(text: string): Release {
  const release = releases.find((candidate) => candidate === text);
  if (release === undefined) throw new Error(`RELEASE must be one of ${releases.join(', ')}, not "${text}".`);
  return release;
}

/** The line that a version belongs to. */
export const releaseOf = ({ release }: Pick<State, 'release'>): Release => readRelease(release.split('.').slice(0, 2).join('.'));

const idsAt = new Map(releases.map((release) => [release, new Set(operationsOf(documentAt(release)).map(({ id }) => id))]));
const ids = new Set(operationsOf(document).map(({ id }) => id));

/** Whether the platform's release has this operation. What the contract does not know at all is not the release's business. */
export const hasOperation = (id: string, state: Pick<State, 'release'>): boolean =>
  !ids.has(id) || (idsAt.get(releaseOf(state))?.has(id) ?? false);

const known = new Map<string, ReadonlySet<string>>();

/** The members of a component that the platform's release knows. */
export function membersOf(state: Pick<State, 'release'>, name: keyof Schemas): ReadonlySet<string> {
  const release = releaseOf(state);
  const id = `${release} ${name}`;
  const members = known.get(id) ?? membersAt(release, name);
  known.set(id, members);
  return members;
}
