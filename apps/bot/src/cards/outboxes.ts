import { type Clock, seconds, type Team } from '@enablement/core';
import type { PlainWorkspaces } from '@enablement/gateways/postgres';
import type { WebClient } from '@slack/web-api';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { Looks } from './looks.ts';
import { Outbox } from './outbox.ts';

interface Way {
  readonly slack: WebClient;
  readonly outbox: Outbox;
  readonly looks: Looks;
}

/** So long a workspace that has removed the app is not asked for again. */
const GONE = seconds(15);

/** The way out to each workspace. One that has removed the app is shown everything once it installs it again. */
export class Outboxes {
  readonly #deps: { readonly clientOf: Workspaces['clientOf']; readonly plain: PlainWorkspaces; readonly clock: Clock };
  readonly #known = new Map<Team, Way>();
  readonly #gone = new Map<Team, number>();

  constructor(deps: { clientOf: Workspaces['clientOf']; plain: PlainWorkspaces; clock: Clock }) {
    this.#deps = deps;
  }

  async of(team: Team): Promise<Way | undefined> {
    const { clientOf, plain, clock } = this.#deps;
    const slack = await clientOf(team);
    if (slack === undefined) {
      this.#known.delete(team);
      this.#gone.set(team, clock.now().getTime());
      return undefined;
    }
    this.#gone.delete(team);
    const known = this.#known.get(team);
    if (known?.slack === slack) return known;
    const way = { slack, outbox: new Outbox({ slack, clock }), looks: new Looks({ slack, plain }) };
    this.#known.set(team, way);
    return way;
  }

  /** Workspaces that were without the app a moment ago: what waits for them must not stand in the way of the others. */
  gone(): readonly Team[] {
    const since = this.#deps.clock.now().getTime() - GONE;
    return [...this.#gone].filter(([, at]) => at > since).map(([team]) => team);
  }
}
