import {
  type Drifts,
  type Ports,
  Refused,
  type Report,
  type SignedPages,
  Unreachable,
  type XimaRegister,
} from '@enablement/core';
import type { Board } from '@enablement/gateways/postgres';
import type { CommandNames } from './commands/book.ts';
import type { Doorkeeper } from './people/refusal.ts';

/** What listeners work with. */
export type Desk = Pick<Ports, 'audit' | 'auditPages' | 'register' | 'links' | 'network' | 'clock' | 'settings'> &
  Doorkeeper & {
    readonly board: Board;
    readonly xima: XimaRegister;
    readonly drifts: Pick<Drifts, 'now'>;
    readonly reportPages: Pick<SignedPages, 'issue'>;
    /** Checks an enabled environment and keeps the report; `undefined` when it cannot be looked at. */
    readonly checkNow: (enablement: string) => Promise<Report | undefined>;
    /** What people type, `/enable-acrobits` and so on unless this deployment calls them otherwise. */
    readonly commands: CommandNames;
  };

/** The sentence for a person when something could not be done; what is not theirs to mend is thrown on. */
export function sentence(error: unknown): string {
  if (error instanceof Unreachable || error instanceof Refused)
    return `Nothing was changed: ${lowerFirst(error.message)} ${error.todo}`;
  throw error;
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) && !/^(PostgreSQL|Acrobits|NetSapiens)/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;
