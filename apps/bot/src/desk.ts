import { type Ports, Refused, Unreachable } from '@enablement/core';
import type { Board } from '@enablement/gateways/postgres';

/** What listeners work with. */
export type Desk = Pick<Ports, 'register' | 'links' | 'network' | 'clock' | 'settings'> & {
  readonly board: Board;
  readonly command: string;
};

/** The sentence for a person when something could not be done; what is not theirs to mend is thrown on. */
export function sentence(error: unknown): string {
  if (error instanceof Unreachable || error instanceof Refused)
    return `Nothing was changed: ${lowerFirst(error.message)} ${error.todo}`;
  throw error;
}

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) && !/^(PostgreSQL|Acrobits|NetSapiens)/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;
