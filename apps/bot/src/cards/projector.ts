import { type Clock, type Duration, type Enablement, type Register, seconds } from '@enablement/core';
import type { Board, Presses, StaleCard } from '@enablement/gateways/postgres';
import { isChannelGone, isMessageGone, isRefusal, type Outbox } from './outbox.ts';
import type { Outboxes } from './outboxes.ts';
import { Held } from './pace.ts';
import { withoutPressed } from './pressed.ts';
import type { Card } from './run-card.ts';

/** Slack's own pace for one message: no card is edited more often than this. */
const PACE = seconds(1);
/** Cards of one pass: whoever waits longest is first, so that many runs with news do not starve the others. */
const MOST_AT_ONCE = 25;
/** A card that Slack refuses for a reason of its own is tried again after so long, and twice as long each time, up to `MOST_PATIENT`. */
const PATIENT = seconds(1);
const MOST_PATIENT = seconds(60);

const CARD_EVENT = 'enablement_card';

export interface ProjectorDeps {
  readonly outboxes: Outboxes;
  readonly board: Board;
  readonly presses: Presses;
  readonly register: Pick<Register, 'get'>;
  readonly clock: Clock;
}

/**
 * Brings cards in Slack up to date with the register: one message a run, posted once and then edited. What is shown is
 * decided by the register alone, so a card heals after an outage, a deletion or a restart. After a start the cards of open runs
 * are shown once even without news, one a second: one may have been deleted meanwhile, and people work with its buttons.
 */
export class Projector {
  readonly #deps: ProjectorDeps;
  readonly #started: Date;
  #lastSeen = 0;
  /** When each card may be tried again, for those that were shown or refused a moment ago. */
  readonly #notBefore = new Map<string, { readonly at: number; readonly pause: Duration }>();

  constructor(deps: ProjectorDeps) {
    this.#deps = deps;
    this.#started = deps.clock.now();
  }

  /** One pass over what has changed. What Slack refuses for one card does not hold up the others; when Slack is away all wait. */
  async pass(): Promise<void> {
    const refusals: unknown[] = [];
    const { board, outboxes } = this.#deps;
    const stale = await board.stale(MOST_AT_ONCE, outboxes.gone());
    const unseen = stale.length === 0 ? await board.unseenSince(this.#started, outboxes.gone()) : undefined;
    for (const card of unseen && this.#maySee() ? [unseen] : stale) {
      if (this.#isEarly(card)) continue;
      await this.#show(card).catch(async (error: unknown) => {
        if (error instanceof Held) return;
        if (!isRefusal(error)) throw error;
        refusals.push(error);
        await board.tried(card.enablement);
        const { pause = PATIENT / 2 } = this.#notBefore.get(card.enablement) ?? {};
        this.#wait(card.enablement, Math.min(pause * 2, MOST_PATIENT));
      });
    }
    if (refusals.length > 0) throw refusals[0];
  }

  #isEarly({ enablement, shownAt }: StaleCard): boolean {
    const now = this.#now();
    const ago = shownAt === undefined ? PACE : now - shownAt.getTime();
    // A clock that was set back does not silence a card.
    return (ago >= 0 && ago < PACE) || now < (this.#notBefore.get(enablement)?.at ?? 0);
  }

  #maySee(): boolean {
    if (this.#now() - this.#lastSeen < PACE) return false;
    this.#lastSeen = this.#now();
    return true;
  }

  async #show(card: StaleCard): Promise<void> {
    const { register, board, presses, outboxes } = this.#deps;
    const way = await outboxes.of(card.team);
    const enablement = way && (await register.get(card.enablement));
    if (way === undefined || enablement === undefined) return;
    const { outbox, looks } = way;
    const pressed = await presses.of(card.enablement);
    const trim = (drawn: Card) => withoutPressed(drawn, enablement, pressed);
    try {
      const ts = await looks.send(enablement, trim, (drawn) => this.#put(outbox, card, drawn));
      await board.shown(card.enablement, ts, enablement.version);
      this.#notBefore.delete(card.enablement);
    } catch (error) {
      await this.#move(outbox, card, enablement, error);
    }
  }

  async #put(outbox: Outbox, card: StaleCard, drawn: Card): Promise<string> {
    const { board } = this.#deps;
    const { channel, enablement } = card;
    if (card.ts !== undefined) {
      await outbox.edit(channel, card.ts, drawn);
      return card.ts;
    }
    const posted = await outbox.post({
      channel,
      key: `card/${enablement}`,
      event: CARD_EVENT,
      attempted: card.attempted,
      message: drawn,
      attempt: () => board.attempt(enablement),
    });
    // What was posted before may say what was true then.
    if (posted.before) await outbox.edit(channel, posted.ts, drawn);
    return posted.ts;
  }

  /** The message or its channel is gone: the card moves, and is posted anew. */
  async #move(outbox: Outbox, card: StaleCard, enablement: Enablement, error: unknown): Promise<void> {
    const { board } = this.#deps;
    if (isMessageGone(error)) {
      if (card.ts !== undefined) await outbox.remove(card.channel, card.ts);
      return board.move(card.enablement, card.channel);
    }
    if (isChannelGone(error)) {
      const direct = await outbox.direct(enablement.responsible);
      if (direct !== undefined && direct !== card.channel) return board.move(card.enablement, direct);
    }
    throw error;
  }

  #wait(enablement: string, pause: Duration): void {
    this.#notBefore.set(enablement, { at: this.#now() + pause, pause });
  }

  #now(): number {
    return this.#deps.clock.now().getTime();
  }
}
