import type { Clock } from '@enablement/core';
import { WebAPIRateLimitedError } from '@slack/web-api';

/** Not now: Slack asked to be left alone for a while, or something was done a moment ago. Nothing is wrong; it comes later. */
export class Held extends Error {
  override readonly name = 'Held';
}

/** Calls Slack, and keeps away from a method for as long as Slack asked for (429, Retry-After), be it minutes. */
export class Pace {
  readonly #clock: Clock;
  readonly #quietUntil = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws `Held` instead of calling while the method is to be left alone. */
  async call<T>(method: string, act: () => Promise<T>): Promise<T> {
    const now = () => this.#clock.now().getTime();
    if (now() < (this.#quietUntil.get(method) ?? 0)) throw new Held(`${method} is left alone`);
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof WebAPIRateLimitedError)) throw error;
      this.#quietUntil.set(method, now() + error.retryAfter * 1000);
      throw new Held(`${method} is to be left alone for ${error.retryAfter} s`, { cause: error });
    }
  }
}
