import { type Clock, happenings, seconds } from '@enablement/core';
import type { Board, Names, Threads, UntoldCard } from '@enablement/gateways/postgres';
import { historyLine } from './history.ts';
import { isChannelGone, isMessageGone } from './outbox.ts';
import type { Outboxes } from './outboxes.ts';
import { Held } from './pace.ts';
import { sections } from './words.ts';

const HISTORY_EVENT = 'enablement_history';

/** What happens within so long is told in one message. */
const TOGETHER = seconds(1.5);
const MOST_CARDS = 10;
/** Entries of one message; what came before is read along, to know what was told. */
const MOST_ENTRIES = 300;
const BEFORE = 100;
const MOST_LINES = 40;

export interface TellerDeps {
  readonly outboxes: Outboxes;
  readonly board: Pick<Board, 'move'>;
  readonly threads: Threads;
  readonly names: Names;
  readonly clock: Clock;
}

/**
 * Tells in the thread of each card, in order and once, what the audit has of its run: what was answered, what went wrong and what to
 * do, who did what. The number of the last entry stands in each message, so that one that was posted just before a crash counts.
 */
export class ThreadTeller {
  readonly #deps: TellerDeps;

  constructor(deps: TellerDeps) {
    this.#deps = deps;
  }

  async pass(): Promise<void> {
    const { threads, outboxes } = this.#deps;
    for (const card of await threads.untold(MOST_CARDS, outboxes.gone()))
      await this.#tell(card).catch((error: unknown) => {
        if (error instanceof Held) return;
        // The card is gone, and with it the thread: it is posted anew, and this comes under it then.
        if (isMessageGone(error) || isChannelGone(error)) return this.#deps.board.move(card.enablement, card.channel);
        throw error;
      });
  }

  async #tell(card: UntoldCard): Promise<void> {
    const { outboxes, threads, names, clock } = this.#deps;
    const outbox = (await outboxes.of(card.team))?.outbox;
    if (outbox === undefined) return;
    const { enablement, channel, ts, toldSeq } = card;
    const { told, untold } = await threads.entries(enablement, toldSeq, MOST_ENTRIES, BEFORE);
    const [first] = untold;
    const last = untold.at(-1);
    const whole = untold.length < MOST_ENTRIES ? card.version : undefined;
    if (first === undefined || last === undefined) return threads.told(enablement, toldSeq, whole);
    const age = clock.now().getTime() - new Date(first.at).getTime();
    if (card.attempted === undefined && age >= 0 && age < TOGETHER) return;
    const people = untold.flatMap(({ actor }) => (actor.kind === 'person' && actor.id ? [actor.id] : []));
    const known = await names.of(people);
    const lines = happenings(told, untold).map((one) => historyLine(one, (person) => known.get(person) ?? 'somebody'));
    if (lines.length === 0) return threads.told(enablement, last.seq, whole);
    const shown = lines.slice(0, MOST_LINES);
    const left = lines.length - shown.length;
    if (left > 0) shown.push(`… and ${left} more: the audit has them all.`);
    const posted = await outbox.post({
      channel,
      thread: ts,
      key: `history/${enablement}/${toldSeq}`,
      event: HISTORY_EVENT,
      attempted: card.attempted,
      message: { text: shown[0] ?? '', blocks: sections(shown) },
      more: { upTo: last.seq },
      attempt: () => threads.attempt(enablement),
    });
    const upTo = Number(posted.more.upTo ?? last.seq);
    await threads.told(enablement, upTo, upTo === last.seq ? whole : undefined);
  }
}
