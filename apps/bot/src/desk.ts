import { type Environment, type PhoneDirectory, type Ports, Refused, Unreachable } from '@enablement/core';
import type { Templates } from '@enablement/gateways/environments';
import type { Board } from '@enablement/gateways/postgres';
import type { CommandNames } from './commands/book.ts';
import type { Doorkeeper } from './people/refusal.ts';

/** What listeners work with. */
export type Desk = Pick<
  Ports,
  'audit' | 'auditPages' | 'register' | 'links' | 'signInPages' | 'phoneInstallations' | 'network' | 'clock' | 'settings'
> &
  Doorkeeper & {
    readonly board: Board;
    /** Those that phones can sign in to: declared in a file, or enabled here. */
    readonly environments: () => Promise<readonly Environment[]>;
    readonly phoneDirectory: Pick<PhoneDirectory, 'find'>;
    /** What the portals need. */
    readonly phones: {
      /** Where phones reach the provisioning program, when this deployment has one. */
      readonly address: string | undefined;
      readonly templates: Templates;
    };
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
