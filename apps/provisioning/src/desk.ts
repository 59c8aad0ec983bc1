import type { PhoneSignIn, QuickDialBooks } from '@enablement/core';
import type { Templates } from '@enablement/gateways/environments';
import type { Deliveries } from '@enablement/gateways/postgres';
import type { Environments } from './environments.ts';

/** What the answers to phones are made from. */
export interface Desk {
  readonly environments: Environments;
  readonly templates: Templates;
  readonly signIn: PhoneSignIn;
  readonly books: QuickDialBooks;
  readonly deliveries: Deliveries;
  /** `https://host[:port]` of this program, as phones reach it. */
  readonly phonesUrl: string;
  /** One line for operators: never a name or a secret. */
  readonly tell: (line: string) => void;
}
