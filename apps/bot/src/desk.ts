import {
  type Drifts,
  type Environment,
  type FirewallPorts,
  type PeoplesRegister,
  type PeoplesXima,
  type PhoneDirectory,
  type Ports,
  Refused,
  type Report,
  type RunPages,
  type SignedPages,
  Unreachable,
} from '@enablement/core';
import type { Templates } from '@enablement/gateways/environments';
import type { Board, Presses } from '@enablement/gateways/postgres';
import type { CommandNames } from './commands/book.ts';
import type { CustomersDesk } from './customers/desk.ts';
import type { Doorkeeper } from './people/refusal.ts';

/** What listeners work with, for the people of one workspace. */
export type Desk = Pick<
  Ports,
  'audit' | 'auditPages' | 'links' | 'signInPages' | 'phoneInstallations' | 'network' | 'clock' | 'settings' | 'policy'
> &
  Doorkeeper & {
    readonly register: PeoplesRegister;
    readonly xima: PeoplesXima;
    readonly drifts: Pick<Drifts, 'now'>;
    readonly reportPages: Pick<SignedPages, 'issue'>;
    /** Checks an enabled environment and keeps the report; `undefined` when it cannot be looked at. */
    readonly checkNow: (enablement: string) => Promise<Report | undefined>;
    readonly approvals: Pick<Ports['approvals'], 'say' | 'approveShown' | 'askAgain'>;
    readonly correspondence: Pick<Ports['correspondence'], 'order'>;
    readonly board: Pick<Board, 'where'>;
    readonly runPages: Pick<RunPages, 'issue'>;
    readonly presses: Pick<Presses, 'first'>;
    readonly customers: CustomersDesk;
    /** Those that phones can sign in to: declared in a file, or enabled here. */
    readonly environments: () => Promise<readonly Environment[]>;
    readonly phoneDirectory: Pick<PhoneDirectory, 'find'>;
    /** What the portals need. */
    readonly phones: {
      /** Where phones reach the provisioning program, when this deployment has one. */
      readonly address: string | undefined;
      readonly templates: Templates;
    };
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
