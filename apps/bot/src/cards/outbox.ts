import { type Clock, minutes, seconds } from '@enablement/core';
import type { MessageMetadata } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { Held, Pace } from './pace.ts';
import type { Card } from './run-card.ts';

/** A message that is posted once, whatever happens on the way. */
export interface Posting {
  readonly channel: string;
  /** The message under which it stands. */
  readonly thread?: string | undefined;
  /** Names this message among all of ours; it stands in the message's metadata, so it holds ids and no more. */
  readonly key: string;
  readonly event: string;
  /** Since when a posting is under way whose end is not known. */
  readonly attempted: Date | undefined;
  readonly message: { readonly text: string } & Partial<Pick<Card, 'blocks'>>;
  /** More for the metadata, to be found again with the message. */
  readonly more?: Readonly<Record<string, number>>;
  /** Writes down that a posting begins, before it does. */
  attempt(): Promise<void>;
}

export interface Posted {
  readonly ts: string;
  /** It was posted before, by an attempt whose end was not known; what it says is of then. */
  readonly before: boolean;
  readonly more: Readonly<Record<string, unknown>>;
}

/** A message may arrive after whoever sent it has died. So long nobody looks whether it did. */
const UNDER_WAY = seconds(2);
/** Slack's clock and ours may differ by that much. */
const SKEW = minutes(10);
const PAGE = 200;
const MOST_PAGES = 25;

/** The message is there, but may not be edited, or it is gone: a new one is posted. */
const MESSAGE_GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed', 'thread_not_found']);
/** The channel cannot be written to any more. `account_inactive` is not among them: that is the app's token, and channels stay. */
const CHANNEL_GONE = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action']);
const BLOCKS_REFUSED = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments']);

const reasonOf = (error: unknown): string | undefined => (error instanceof WebAPIPlatformError ? error.data.error : undefined);
export const isMessageGone = (error: unknown): boolean => MESSAGE_GONE.has(reasonOf(error) ?? '');
export const isChannelGone = (error: unknown): boolean => CHANNEL_GONE.has(reasonOf(error) ?? '');
export const areBlocksRefused = (error: unknown): boolean => BLOCKS_REFUSED.has(reasonOf(error) ?? '');
/** Slack answered, and said no to this one thing. Everything else is about Slack or the way to it. */
export const isRefusal = (error: unknown): boolean => reasonOf(error) !== undefined;

/**
 * All that the bot posts by itself leaves here: cards, what their threads tell, reminders. Slack has no key for posting, so an attempt
 * is noted in the database first, and one whose end is not known is looked for by its metadata before another is made.
 */
export class Outbox {
  readonly #slack: WebClient;
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #posted = new Map<string, number>();

  constructor({ slack, clock }: { readonly slack: WebClient; readonly clock: Clock }) {
    this.#slack = slack;
    this.#clock = clock;
    this.#pace = new Pace(clock);
  }

  /** Throws `Held` when it is to be tried again later. */
  async post(posting: Posting): Promise<Posted> {
    const { channel, thread, key, event, attempted, message, more = {} } = posting;
    const now = this.#clock.now().getTime();
    if (attempted !== undefined) {
      if (now - attempted.getTime() < UNDER_WAY) throw new Held('an attempt may still be under way');
      const found = await this.#find({ channel, thread, key }, attempted);
      if (found !== undefined) return found;
    }
    // Slack’s own pace: a message a second in a channel.
    if (now - (this.#posted.get(channel) ?? 0) < seconds(1)) throw new Held('something was posted there a moment ago');
    await posting.attempt();
    const { ts } = await this.#pace.call('chat.postMessage', () =>
      this.#slack.chat.postMessage({
        channel,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...message,
        metadata: { event_type: event, event_payload: { key, ...more } },
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    if (ts === undefined) throw new Error('Slack posted a message without telling its ts');
    this.#posted.set(channel, now);
    return { ts, before: false, more };
  }

  async edit(channel: string, ts: string, card: Card): Promise<void> {
    await this.#pace.call('chat.update', () => this.#slack.chat.update({ channel, ts, ...card }));
  }

  /** Takes away a message that cannot be edited any more. Slack may refuse that too. */
  async remove(channel: string, ts: string): Promise<void> {
    await this.#pace
      .call('chat.delete', () => this.#slack.chat.delete({ channel, ts }))
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
      });
  }

  /** The conversation with one person. */
  async direct(person: string): Promise<string | undefined> {
    return (await this.#pace.call('conversations.open', () => this.#slack.conversations.open({ users: person }))).channel?.id;
  }

  async #find(
    { channel, thread, key }: Pick<Posting, 'channel' | 'thread' | 'key'>,
    attempted: Date,
  ): Promise<Posted | undefined> {
    const asked = {
      channel,
      include_all_metadata: true,
      limit: PAGE,
      oldest: String((attempted.getTime() - SKEW) / 1000),
    };
    let cursor: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = { ...asked, ...(cursor ? { cursor } : {}) };
      const { messages = [], response_metadata } =
        thread === undefined
          ? await this.#pace.call('conversations.history', () => this.#slack.conversations.history(page))
          : await this.#pace.call('conversations.replies', () => this.#slack.conversations.replies({ ...page, ts: thread }));
      for (const { ts, metadata } of messages) {
        const more = payloadOf(metadata);
        if (ts !== undefined && more?.key === key) return { ts, before: true, more };
      }
      cursor = response_metadata?.next_cursor;
      if (!cursor) return undefined;
    }
    throw new Error(`The message is not among the last ${PAGE * MOST_PAGES} of its channel, and there are more.`);
  }
}

function payloadOf(metadata: Partial<MessageMetadata> | undefined): Readonly<Record<string, unknown>> | undefined {
  const payload: unknown = metadata?.event_payload;
  return typeof payload === 'object' && payload !== null ? { ...payload } : undefined;
}
