import type { Clock } from '@enablement/core';
import type { Posts, StalePost } from '@enablement/gateways/postgres';
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Card } from '../cards/run-card.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';

/** Slack's own pace for one message. */
const PACE = 1000;
const MESSAGE_GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed', 'thread_not_found']);
const CHANNEL_GONE = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action', 'account_inactive']);
const POST_EVENT = 'enablement_post';

/** What a post shows now, and who gets it when its channel is gone. */
export interface Drawn {
  readonly card: Card;
  readonly answersFor: string;
}

interface Needs {
  readonly clientOf: Workspaces['clientOf'];
  readonly posts: Posts;
  /** `undefined` when there is nothing to show (any more). */
  readonly draw: (subject: string) => Promise<Drawn | undefined>;
  readonly clock: Clock;
}

/**
 * Brings messages in Slack up to date with what is known, as the cards of runs are: each subject is posted once and then edited, and
 * what stands in its thread comes after it. What is shown is read anew each time, so a message heals after an outage.
 */
export class PostProjector {
  readonly #needs: Needs;
  readonly #lastShown = new Map<string, number>();
  #quietUntil = 0;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** One pass over everything that has changed. Errors of one post do not hold up the others. */
  async pass(): Promise<void> {
    if (this.#now() < this.#quietUntil) return;
    const errors: unknown[] = [];
    for (const post of await this.#needs.posts.stale()) {
      if (this.#now() - (this.#lastShown.get(post.subject) ?? 0) < PACE) continue;
      await this.#show(post).catch((error: unknown) => errors.push(error));
      if (this.#now() < this.#quietUntil) break;
    }
    if (errors.length > 0) throw errors[0];
  }

  async #show(post: StalePost): Promise<void> {
    const { draw, posts, clientOf } = this.#needs;
    const slack = await clientOf(post.team);
    const drawn = slack && (await draw(post.subject));
    // Where the app is not installed, it waits until it is again.
    if (slack === undefined || drawn === undefined) return;
    this.#lastShown.set(post.subject, this.#now());
    try {
      const ts =
        post.ts === undefined ? await this.#post(slack, post, drawn.card) : await update(slack, post, post.ts, drawn.card);
      await posts.shown(post.subject, ts, post.version);
    } catch (error) {
      await this.#recover(slack, post, drawn, error);
    }
  }

  async #post(slack: WebClient, post: StalePost, card: Card): Promise<string> {
    const { posts } = this.#needs;
    // Posting has no idempotency key: when an attempt's end is unknown, look for its message before posting another.
    const found = post.attempted ? await find(slack, post) : undefined;
    if (found !== undefined) return update(slack, post, found, card);
    await posts.attempt(post.subject);
    const { ts } = await slack.chat.postMessage({
      channel: post.channel,
      ...card,
      ...(post.thread === undefined ? {} : { thread_ts: post.thread }),
      metadata: { event_type: POST_EVENT, event_payload: { subject: post.subject } },
      unfurl_links: false,
      unfurl_media: false,
    });
    if (ts === undefined) throw new Error('Slack posted a message without telling its ts');
    return ts;
  }

  async #recover(slack: WebClient, post: StalePost, { answersFor }: Drawn, error: unknown): Promise<void> {
    if (error instanceof WebAPIRateLimitedError) {
      this.#quietUntil = this.#now() + error.retryAfter * 1000;
      return;
    }
    const { posts } = this.#needs;
    const reason = error instanceof WebAPIPlatformError ? error.data.error : undefined;
    if (reason !== undefined && MESSAGE_GONE.has(reason)) return posts.move(post.subject, post.channel);
    if (reason !== undefined && CHANNEL_GONE.has(reason)) {
      const direct = (await slack.conversations.open({ users: answersFor })).channel?.id;
      if (direct !== undefined && direct !== post.channel) return posts.move(post.subject, direct);
    }
    throw error;
  }

  #now(): number {
    return this.#needs.clock.now().getTime();
  }
}

async function update(slack: WebClient, { channel }: StalePost, ts: string, card: Card): Promise<string> {
  await slack.chat.update({ channel, ts, ...card });
  return ts;
}

async function find({ conversations }: WebClient, { channel, thread, subject }: StalePost): Promise<string | undefined> {
  const shared = { channel, include_all_metadata: true, limit: 200 };
  const { messages } = await (thread === undefined
    ? conversations.history(shared)
    : conversations.replies({ ...shared, ts: thread }));
  const ours = messages?.find((message) => {
    const payload: unknown = message.metadata?.event_payload;
    return typeof payload === 'object' && payload !== null && 'subject' in payload && payload.subject === subject;
  });
  return ours?.ts;
}
