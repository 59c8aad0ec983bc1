import { type FirewallPorts, type PeoplesRegister, type Ports, Refused, type RunPages, Unreachable } from '@enablement/core';
import type { Board, Presses } from '@enablement/gateways/postgres';
import type { CommandNames } from './commands/book.ts';
import type { CustomersDesk } from './customers/desk.ts';
import type { Doorkeeper } from './people/refusal.ts';

/** What listeners work with, for the people of one workspace. */
export type Desk = Pick<Ports, 'audit' | 'auditPages' | 'links' | 'network' | 'clock' | 'settings' | 'policy'> &
  Doorkeeper & {
    readonly register: PeoplesRegister;
    readonly approvals: Pick<Ports['approvals'], 'say' | 'approveShown' | 'askAgain'>;
    readonly correspondence: Pick<Ports['correspondence'], 'order'>;
    readonly board: Pick<Board, 'where'>;
    readonly runPages: Pick<RunPages, 'issue'>;
    readonly presses: Pick<Presses, 'first'>;
    readonly customers: CustomersDesk;
    readonly firewall: FirewallPorts;
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
