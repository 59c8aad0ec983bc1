import type { Enablement } from '@enablement/core';
import type { PlainWorkspaces } from '@enablement/gateways/postgres';
import type { WebClient } from '@slack/web-api';
import { areBlocksRefused } from './outbox.ts';
import { type Card, type Look, runCard } from './run-card.ts';

/** Draws cards as the workspace takes them: one that refuses Slack's plan and table gets lines, and that is remembered. */
export class Looks {
  readonly #deps: { readonly slack: WebClient; readonly plain: PlainWorkspaces };
  #team: string | undefined;

  constructor(deps: { readonly slack: WebClient; readonly plain: PlainWorkspaces }) {
    this.#deps = deps;
  }

  /** Sends the card in the best look that is taken. */
  async send<T>(enablement: Enablement, trim: (card: Card) => Card, send: (card: Card) => Promise<T>): Promise<T> {
    const { plain } = this.#deps;
    const draw = (look: Look) => send(trim(runCard(enablement, look)));
    const team = await this.#whose();
    if (!(await plain.has(team))) {
      try {
        return await draw('rich');
      } catch (error) {
        if (!areBlocksRefused(error)) throw error;
      }
      const sent = await draw('plain');
      await plain.add(team);
      return sent;
    }
    return draw('plain');
  }

  async #whose(): Promise<string> {
    this.#team ??= (await this.#deps.slack.auth.test()).team_id ?? '';
    return this.#team;
  }
}
