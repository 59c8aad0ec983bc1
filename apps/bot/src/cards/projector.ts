import type { Clock, Enablement, Register } from '@enablement/core';
import type { Board, DueReminder, StaleCard } from '@enablement/gateways/postgres';
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { SlackPeople } from '../people/slack-people.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { postReminder } from './reminder.ts';
import { runCard } from './run-card.ts';

/** Slack's own pace for one message: no card is edited more often than this. */
const PACE = 1000;

/** The message is there, but may not be edited; a new one is posted. */
const MESSAGE_GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
/** The channel cannot be written to any more; the card moves to the person who answers for the run. */
const CHANNEL_GONE = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action', 'account_inactive']);

interface ProjectorDeps {
  readonly clientOf: Workspaces['clientOf'];
  readonly bookOf: SlackPeople['bookOf'];
  readonly board: Board;
  readonly register: Register;
  readonly clock: Clock;
  readonly escalation?: string | undefined;
}

export const CARD_EVENT = 'enablement_card';

/**
 * Brings cards in Slack up to date with the register: one message a run, posted once and then edited. What is shown is
 * decided by the register alone, so a card heals after an outage, a deletion or a restart. After a start the cards of open runs
 * are shown once even without news: one may have been deleted meanwhile, and people work with its buttons.
 */
export class Projector {
  readonly #deps: ProjectorDeps;
  readonly #lastShown = new Map<string, number>();
  #quietUntil = 0;
  /** Open runs whose cards have not been shown since the start. */
  #unseen: Set<string> | undefined;

  constructor(deps: ProjectorDeps) {
    this.#deps = deps;
  }

  /** One pass over everything that has changed. Errors of one card do not hold up the others. */
  async pass(): Promise<void> {
    if (this.#now() < this.#quietUntil) return;
    const errors: unknown[] = [];
    for (const card of await this.#due()) {
      if (this.#now() - (this.#lastShown.get(card.enablement) ?? 0) < PACE) continue;
      await this.#show(card).catch((error: unknown) => errors.push(error));
      if (this.#now() < this.#quietUntil) break;
    }
    for (const reminder of this.#now() < this.#quietUntil ? [] : await this.#deps.board.reminders())
      await this.#remind(reminder).catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  }

  async #due(): Promise<readonly StaleCard[]> {
    const { board, register } = this.#deps;
    const stale = await board.stale();
    this.#unseen ??= new Set((await register.list()).filter(isOpen).map(({ id }) => id));
    const again: StaleCard[] = [];
    for (const enablement of this.#unseen) {
      const place = await board.where(enablement);
      // A card without a place was never posted, and is stale.
      if (place === undefined) this.#unseen.delete(enablement);
      else if (!stale.some((card) => card.enablement === enablement)) again.push({ enablement, ...place, attempted: true });
    }
    return [...stale, ...again];
  }

  async #show(card: StaleCard): Promise<void> {
    const enablement = await this.#deps.register.get(card.enablement);
    if (enablement === undefined) return;
    // A workspace that has removed the app is shown everything once it installs it again.
    const slack = await this.#deps.clientOf(enablement.team);
    if (slack === undefined) return;
    this.#lastShown.set(card.enablement, this.#now());
    try {
      const ts =
        card.ts === undefined ? await this.#post(slack, card, enablement) : await this.#update(slack, card, card.ts, enablement);
      await this.#deps.board.shown(card.enablement, ts, enablement.version);
      this.#unseen?.delete(card.enablement);
    } catch (error) {
      await this.#recover(slack, card, enablement, error);
    }
  }

  async #post(slack: WebClient, card: StaleCard, enablement: Enablement): Promise<string> {
    const { board } = this.#deps;
    // Posting has no idempotency key: when an attempt's end is unknown, look for its message before posting another.
    const found = card.attempted ? await this.#find(slack, card) : undefined;
    if (found !== undefined) return this.#update(slack, card, found, enablement);
    await board.attempt(card.enablement);
    const { ts } = await slack.chat.postMessage({
      channel: card.channel,
      ...runCard(enablement),
      metadata: { event_type: CARD_EVENT, event_payload: { enablement: card.enablement } },
      unfurl_links: false,
      unfurl_media: false,
    });
    if (ts === undefined) throw new Error('Slack posted the card without telling its ts');
    return ts;
  }

  async #update(slack: WebClient, card: StaleCard, ts: string, enablement: Enablement): Promise<string> {
    await slack.chat.update({ channel: card.channel, ts, ...runCard(enablement) });
    return ts;
  }

  async #find(slack: WebClient, card: StaleCard): Promise<string | undefined> {
    const history = await slack.conversations.history({
      channel: card.channel,
      include_all_metadata: true,
      limit: 200,
    });
    const ours = history.messages?.find((message) => {
      const payload: unknown = message.metadata?.event_payload;
      return typeof payload === 'object' && payload !== null && 'enablement' in payload && payload.enablement === card.enablement;
    });
    return ours?.ts;
  }

  async #recover(slack: WebClient, card: StaleCard, enablement: Enablement, error: unknown): Promise<void> {
    if (error instanceof WebAPIRateLimitedError) {
      this.#quietUntil = this.#now() + error.retryAfter * 1000;
      return;
    }
    const reason = error instanceof WebAPIPlatformError ? error.data.error : undefined;
    if (reason !== undefined && MESSAGE_GONE.has(reason)) return this.#deps.board.move(card.enablement, card.channel);
    if (reason !== undefined && CHANNEL_GONE.has(reason)) {
      const opened = await slack.conversations.open({ users: enablement.responsible });
      const direct = opened.channel?.id;
      if (direct !== undefined && direct !== card.channel) return this.#deps.board.move(card.enablement, direct);
    }
    throw error;
  }

  async #remind(reminder: DueReminder): Promise<void> {
    const { clientOf, bookOf, board, register, escalation } = this.#deps;
    const team = (await register.get(reminder.enablement))?.team ?? '';
    const slack = await clientOf(team);
    if (slack !== undefined) await postReminder({ slack, board, register, book: await bookOf(team), escalation }, reminder);
  }

  #now(): number {
    return this.#deps.clock.now().getTime();
  }
}

/** Somebody still waits for something. */
function isOpen({ status, domains }: Enablement): boolean {
  return status === 'running' || (status === 'enabled' && domains.some((domain) => domain.status !== 'synchronized'));
}
