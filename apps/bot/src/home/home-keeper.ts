import { createHash } from 'node:crypto';
import { type Clock, hours, judge, minutes, seconds } from '@enablement/core';
import type { Board, Homes, OpenHome, Overview, VendorContacts } from '@enablement/gateways/postgres';
import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { isRefusal } from '../cards/outbox.ts';
import { Held, Pace } from '../cards/pace.ts';
import { refuse } from '../people/refusal.ts';
import type { SlackPeople } from '../people/slack-people.ts';
import type { Workspaces } from '../workspaces/workspaces.ts';
import { closedHome, homeView } from './home-view.ts';
import { Permalinks } from './permalinks.ts';

/** Whoever opened it longer ago sees it fresh when they open it again. */
const LATELY = hours(12);
/** What changes all the time is shown every few seconds; what changes by itself (a lost role) at least once in a while. */
const PACE = seconds(5);
const LOOK_AGAIN = minutes(1);
const MOST_PEOPLE = 50;
const MOST_LINES = 6;

export interface KeeperDeps {
  readonly workspaces: Workspaces;
  readonly people: SlackPeople;
  readonly homes: Homes;
  readonly overview: Overview;
  readonly contacts: VendorContacts;
  readonly board: Pick<Board, 'where'>;
  readonly clock: Clock;
  readonly command: string;
}

/** Shows each person their Home tab, when they open it and for some hours after that whenever what it says has changed. */
export class HomeKeeper {
  readonly #deps: KeeperDeps;
  readonly #pace: Pace;
  readonly #links = new Permalinks();
  #changed = true;
  #passed = Number.NEGATIVE_INFINITY;

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
    this.#pace = new Pace(deps.clock);
  }

  /** Something somewhere has changed. */
  changed(): void {
    this.#changed = true;
  }

  async opened(team: string, person: string, room: string): Promise<void> {
    await this.#show(await this.#deps.homes.opened(team, person, room));
  }

  async pass(): Promise<void> {
    const now = this.#deps.clock.now().getTime();
    const due = now - this.#passed >= (this.#changed ? PACE : LOOK_AGAIN);
    if (!due) return;
    this.#passed = now;
    this.#changed = false;
    for (const home of await this.#deps.homes.lately(LATELY, MOST_PEOPLE)) await this.#show(home);
  }

  async #show(home: OpenHome): Promise<void> {
    const slack = await this.#deps.workspaces.clientOf(home.team);
    if (slack === undefined) return;
    const view = await this.#draw(home, slack);
    const hash = createHash('sha256').update(JSON.stringify(view)).digest('hex');
    if (hash === home.shown) return;
    try {
      await this.#pace.call('views.publish', () => slack.views.publish({ user_id: home.person, view }));
    } catch (error) {
      // Slack is to be left alone, or will not show it to this person, who may have left: the others get theirs.
      if (error instanceof Held) this.#changed = true;
      else if (!isRefusal(error)) throw error;
      return;
    }
    await this.#deps.homes.shown(home, hash);
  }

  /** Default deny: what is shown depends on what the person may do now. */
  async #draw({ team, person, room }: OpenHome, slack: WebClient): Promise<HomeView> {
    const { people, overview, contacts, board, command, workspaces } = this.#deps;
    const standing = await people.standing(person, team);
    const may = judge('look at runs', standing);
    if (!may.may) return closedHome(refuse(await people.bookOf(team), 'look at runs', may.why));
    const only = workspaces.several ? team : undefined;
    const holds = (kind: Parameters<Overview['holds']>[0], allowed: boolean, except?: string) =>
      allowed ? overview.holds(kind, MOST_LINES, { team: only, except }) : undefined;
    const approves = standing.is === 'member' && standing.roles.includes('approver');
    const [secrets, approvals, takeOvers, mine, failures, vendors] = await Promise.all([
      holds('secret', judge('enter a secret', standing).may),
      // Nobody approves what they asked for.
      holds('approval', approves, person),
      holds('take over', judge('take over a run', standing).may),
      overview.mine(person, only, MOST_LINES),
      overview.holds('problem', MOST_LINES, { team: only }),
      // Hosts are whose customers’: with several workspaces nobody sees those of another.
      workspaces.several ? [] : contacts.latest(MOST_LINES),
    ]);
    const shown = [secrets, approvals, takeOvers, failures].flatMap(
      (list) => list?.shown.map(({ enablement }) => enablement) ?? [],
    );
    const links = await this.#links.of(slack, board, [...shown, ...mine.shown.map(({ id }) => id)]);
    return homeView({
      command,
      room: judge('enable an environment', standing).may ? room : undefined,
      waiting: { secrets, approvals, takeOvers },
      mine,
      failures,
      vendors,
      linkTo: (enablement) => links.get(enablement),
    });
  }
}
