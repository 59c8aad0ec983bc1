import type { Schemas } from '@enablement/contracts/netsapiens';
import { membersOf } from './release.ts';
import type { Row, State } from './state.ts';

/** Members that had another name before 45.0. Rows hold the newer one. */
const names = [
  ['directory-announce-in-dial-by-name-enabled', 'directory-annouce-in-dial-by-name-enabled'],
  ['email-send-smtp-password', 'smtp_pwd'],
] as const;
const older = new Map<string, string>(names);
const newer = new Map<string, string>(names.map(([name, before]) => [before, name]));

/** What a body says in members that the release knows. The others are ignored without a word, as integrators saw on live cores. */
export function readMembers(state: Pick<State, 'release'>, schema: keyof Schemas, body: unknown): Row {
  const known = membersOf(state, schema);
  const said = Object.entries(Object(body)).filter(([name]) => known.has(name) && name !== 'synchronous');
  return Object.fromEntries(said.map(([name, value]) => [newer.get(name) ?? name, value]));
}

const asRead = (name: string, value: unknown, { switches }: Pick<State, 'switches'>): unknown =>
  switches.callerIdNumbers === 'integer' && name.startsWith('caller-id-number') && /^\d+$/.test(String(value))
    ? Number(value)
    : value;

/** What the release shows of a row. */
export function showMembers(state: Pick<State, 'release' | 'switches'>, schema: keyof Schemas, row: Row): Row {
  const known = membersOf(state, schema);
  const shown: Row = {};
  for (const [name, value] of Object.entries(row)) {
    const said = known.has(name) ? name : older.get(name);
    if (said !== undefined && known.has(said) && value !== undefined) shown[said] = asRead(name, value, state);
  }
  return shown;
}
