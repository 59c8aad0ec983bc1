import type { Board } from '@enablement/gateways/postgres';
import type { WebClient } from '@slack/web-api';

const MOST_KEPT = 5_000;

/** Addresses of cards. Slack is asked once for each message: an address never changes. */
export class Permalinks {
  readonly #known = new Map<string, string>();

  /** By run; one without a card, or whose address Slack does not tell now, is left out. */
  async of(slack: WebClient, board: Pick<Board, 'where'>, runs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const run of new Set(runs)) {
      const place = await board.where(run);
      const link = place && (await this.#ask(slack, place.channel, place.ts));
      if (link !== undefined) found.set(run, link);
    }
    return found;
  }

  async #ask(slack: WebClient, channel: string, ts: string): Promise<string | undefined> {
    const key = `${channel}/${ts}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const answer = await slack.chat.getPermalink({ channel, message_ts: ts }).catch(() => undefined);
    if (answer?.permalink === undefined) return undefined;
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(key, answer.permalink);
    return answer.permalink;
  }
}
