import { type Clock, seconds } from '@enablement/core';
import type { Posts, StalePost } from '@enablement/gateways/postgres';
import { isChannelGone, isMessageGone, type Outbox } from '../cards/outbox.ts';
import type { Outboxes } from '../cards/outboxes.ts';
import { Held } from '../cards/pace.ts';
import type { Card } from '../cards/run-card.ts';

const EVENT = 'enablement_post';
/** No post is edited more often, and none tried again more often after it could not be shown. */
const PACE = seconds(1);
const PATIENT = seconds(10);

/** What a post shows now, and who gets it when its channel is gone. */
export interface Drawn {
  readonly card: Card;
  readonly answersFor: string;
}

interface Needs {
  readonly outboxes: Pick<Outboxes, 'of'>;
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
  readonly #notBefore = new Map<string, number>();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** One pass over everything that has changed. Errors of one post do not hold up the others. */
  async pass(): Promise<void> {
    const errors: unknown[] = [];
    for (const post of await this.#needs.posts.stale()) {
      if (this.#now() < (this.#notBefore.get(post.subject) ?? 0)) continue;
      await this.#show(post).catch((error: unknown) => {
        if (error instanceof Held) return;
        this.#notBefore.set(post.subject, this.#now() + PATIENT);
        errors.push(error);
      });
    }
    if (errors.length > 0) throw errors[0];
  }

  async #show(post: StalePost): Promise<void> {
    const { draw, posts, outboxes } = this.#needs;
    const way = await outboxes.of(post.team);
    const drawn = way && (await draw(post.subject));
    // Where the app is not installed, it waits until it is again.
    if (way === undefined || drawn === undefined) return;
    try {
      await posts.shown(post.subject, await this.#put(way.outbox, post, drawn.card), post.version);
      this.#notBefore.set(post.subject, this.#now() + PACE);
    } catch (error) {
      await this.#move(way.outbox, post, drawn, error);
    }
  }

  async #put(outbox: Outbox, { subject, channel, thread, ts, attempted }: StalePost, card: Card): Promise<string> {
    if (ts !== undefined) {
      await outbox.edit(channel, ts, card);
      return ts;
    }
    const attempt = () => this.#needs.posts.attempt(subject);
    const posted = await outbox.post({ channel, thread, key: subject, event: EVENT, attempted, message: card, attempt });
    // What was posted before may say what was true then.
    if (posted.before) await outbox.edit(channel, posted.ts, card);
    return posted.ts;
  }

  /** The message or its channel is gone: it is posted anew, and so is the message whose thread it cannot stand in. */
  async #move(outbox: Outbox, post: StalePost, { answersFor }: Drawn, error: unknown): Promise<void> {
    const { posts } = this.#needs;
    const { subject, parent = subject, channel, ts } = post;
    if (isMessageGone(error)) {
      if (ts !== undefined) await outbox.remove(channel, ts);
      return posts.move(ts === undefined ? parent : subject, channel);
    }
    if (isChannelGone(error)) {
      const direct = await outbox.direct(answersFor);
      if (direct !== undefined && direct !== channel) return posts.move(parent, direct);
    }
    throw error;
  }

  #now(): number {
    return this.#needs.clock.now().getTime();
  }
}
