import type { Clock, Register, RoleBook } from '@enablement/core';
import {
  type Board,
  createPlainWorkspaces,
  createThreads,
  type Database,
  type Names,
  type Presses,
} from '@enablement/gateways/postgres';
import type { WebClient } from '@slack/web-api';
import { Looks } from './looks.ts';
import { Outbox } from './outbox.ts';
import { Projector } from './projector.ts';
import { postReminders } from './reminder.ts';
import { ThreadTeller } from './thread-teller.ts';

export interface ShowingDeps {
  readonly slack: WebClient;
  readonly db: Database;
  readonly board: Board;
  readonly presses: Presses;
  readonly names: Names;
  readonly register: Pick<Register, 'get'>;
  readonly clock: Clock;
  readonly book: RoleBook;
  readonly escalation?: string | undefined;
}

/** One pass: cards first, then who has to be reminded, then what the threads tell. One of them failing does not keep the others from it. */
export function showCards(deps: ShowingDeps): () => Promise<void> {
  const { slack, db, clock } = deps;
  const outbox = new Outbox(deps);
  const looks = new Looks({ slack, plain: createPlainWorkspaces({ db, clock }) });
  const projector = new Projector({ ...deps, outbox, looks });
  const teller = new ThreadTeller({ ...deps, outbox, threads: createThreads({ db, clock }) });
  return async () => {
    const passes = [() => projector.pass(), () => postReminders({ ...deps, outbox }), () => teller.pass()];
    const errors: unknown[] = [];
    for (const pass of passes) await pass().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  };
}
