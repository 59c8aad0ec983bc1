import type { Access } from './access/state.ts';
import type { Events } from './events/state.ts';
import type { Conversations } from './messages/state.ts';
import type { PlatformSwitches } from './switches.ts';
import { createTable, type Table } from './tables.ts';

/** Exact and case-sensitive, lowest first. From the published v45.0 document. */
export const scopes = [
  'No Portal',
  'Basic User',
  'Simple User',
  'Advanced User',
  'Call Center Agent',
  'Site Manager',
  'Call Center Supervisor',
  'NDP',
  'Office Manager',
  'Reseller',
  'Super User',
] as const;
export type Scope = (typeof scopes)[number];

/** Members as they stand in bodies, under the names of 45.0. */
export type Row = Record<string, unknown>;

export interface Domain extends Row {
  readonly domain: string;
  readonly reseller: string;
}

/** A user, who is also the account that logs in. */
export interface User {
  readonly user: string;
  readonly domain: string;
  readonly reseller: string;
  /** Unique on the whole platform. */
  readonly login: string;
  password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  scope: Scope;
  /** `false`: has only the old numeric PIN. */
  securePassword: boolean;
  mfa: boolean;
  /** Everything else that is read of a user. */
  readonly settings: Row;
}

/** What belongs to a domain, and in it perhaps to a user. */
export interface Owned extends Row {
  readonly domain: string;
  readonly user?: string;
}

export interface Tables {
  readonly resellers: Table<Row>;
  readonly domains: Table<Domain>;
  readonly users: Table<User>;
  readonly devices: Table<Owned>;
  readonly phones: Table<Owned>;
  readonly phoneNumbers: Table<Owned>;
  readonly smsNumbers: Table<Owned>;
  readonly contacts: Table<Owned>;
  readonly cdrs: Table<Cdr>;
  readonly answerRules: Table<Owned>;
  readonly addresses: Table<Owned>;
  readonly addressEndpoints: Table<Owned>;
  readonly sites: Table<Owned>;
  readonly connections: Table<Owned>;
}
export type TableName = keyof Tables;
export type RowOf<Name extends TableName> = Tables[Name] extends Table<infer R> ? R & object : never;

export const emptyTables = (): Tables => ({
  resellers: createTable(),
  domains: createTable(),
  users: createTable(),
  devices: createTable(),
  phones: createTable(),
  phoneNumbers: createTable(),
  smsNumbers: createTable(),
  contacts: createTable(),
  cdrs: createTable(),
  answerRules: createTable(),
  addresses: createTable(),
  addressEndpoints: createTable(),
  sites: createTable(),
  connections: createTable(),
});

/** A call that is over. Milliseconds since 1970. */
export interface Cdr {
  readonly id: string;
  readonly domain: string;
  readonly reseller: string;
  /** The user that called, or was called. */
  readonly user: string;
  /** 0 outbound, 1 inbound, 2 missed, 3 between users. */
  readonly direction: 0 | 1 | 2 | 3;
  readonly number: string;
  readonly name: string;
  readonly startedAt: number;
  readonly talkingSeconds: number;
}

/** A write that was accepted and shows later. */
export interface Change {
  readonly dueAt: number;
  readonly table: TableName;
  readonly kind: 'create' | 'update' | 'remove';
  readonly key: string;
  /** The new row, or what changes in it. */
  readonly row: object;
}

export interface State extends Access, Events, Conversations {
  /** What nobody knows for certain, and how this platform has it. */
  readonly switches: PlatformSwitches;
  /** In full, such as `44.4.10`. */
  release: string;
  readonly hostname: string;
  /** How long a write takes to show and a subscription stays pending, in milliseconds. A guess: nobody published it. */
  settleMs: number;
  readonly tables: Tables;
  /** Writes under way, in the order in which they came. */
  readonly changes: Change[];
}
