import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Reply } from '@enablement/mock-kit';
import type { Place } from './places.ts';
import type { Row, State, TableName } from './state.ts';
import type { Placing } from './tables.ts';

/** How rows of a table come and go. */
export interface Stored<R extends object = object> extends Placing<R> {
  /** The group of what goes with a row when it goes, and the tables in which it is. */
  group?(row: R): string;
  readonly holds?: readonly TableName[];
  /** The row after a change. Without: the members said take the place of the old ones. */
  merge?(row: R, said: Row): R;
  /** What else becomes different once a row has come or changed. */
  settled?(state: State, row: R): void;
}

/** What can be listed, counted and read: see verbs.ts. */
export interface Readable<R extends object = object> extends Stored<R> {
  readonly table: TableName;
  /** In sentences: `Device 100m does not exist`. */
  readonly noun: string;
  /** The member that names one, and the path parameter where it is called otherwise. */
  readonly id: string;
  readonly parameter?: string;
  /** The component of the contract that is read. */
  readonly read: keyof Schemas | ((state: State) => keyof Schemas);
  /** Under the names of 45.0, before the release picks what it knows. */
  show?(row: R, state: State): Row;
}

/** What can be created, changed and removed as well. */
export interface Resource<R extends object = object> extends Readable<R> {
  /** Components of the contract: the body of a create, and that of a change. */
  readonly create: keyof Schemas;
  readonly change: keyof Schemas;
  /** What `synchronous: yes` is answered with: the object, or 202 all the same. Without: it is not published here and does nothing. */
  readonly synchronous?: 'object' | 'accepted';
  /** A refusal, when what was said cannot be taken here. `of` is what is being changed. */
  check?(said: Row, place: Place, of?: R): Reply | undefined;
  /** A new row: what was said, and what the platform fills in. */
  make(said: Row, place: Place): R;
  /** Answers a create of what is there already. Without: 409 with an inferred text. */
  readonly taken?: Reply;
}
