import type { Clock, Register } from '@enablement/core';
import { type Board, createThreads, type Database, type Names, type Presses } from '@enablement/gateways/postgres';
import type { SlackPeople } from '../people/slack-people.ts';
import type { Outboxes } from './outboxes.ts';
import { Projector } from './projector.ts';
import { postReminders } from './reminder.ts';
import { ThreadTeller } from './thread-teller.ts';

export interface ShowingDeps {
  readonly outboxes: Outboxes;
  readonly bookOf: SlackPeople['bookOf'];
  readonly db: Database;
  readonly board: Board;
  readonly presses: Presses;
  readonly names: Names;
  readonly register: Pick<Register, 'get'>;
  readonly clock: Clock;
  readonly escalation?: string | undefined;
}

/** One pass: cards first, then who has to be reminded, then what the threads tell. One of them failing does not keep the others from it. */
export function showCards(deps: ShowingDeps): () => Promise<void> {
  const { db, clock } = deps;
  const projector = new Projector(deps);
  const teller = new ThreadTeller({ ...deps, threads: createThreads({ db, clock }) });
  return async () => {
    const passes = [() => projector.pass(), () => postReminders(deps), () => teller.pass()];
    const errors: unknown[] = [];
    for (const pass of passes) await pass().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  };
}
