import { newId } from './ids.ts';
import { type Block, type Fields, textAt } from './json.ts';
import type { Workspace } from './workspace.ts';

/** What a person has put into one input: text, an option's value, several of them, or nothing. */
export type Entered = string | string[] | null;
export type Draft = { [blockId: string]: { [actionId: string]: Entered } };

/** A modal (one of a person's stack) or somebody's Home tab. */
export interface View {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly root: string;
  readonly previous: string | null;
  /** What the app sent: title, submit, private_metadata and so on, blocks apart. */
  given: Fields;
  blocks: Block[];
  /** Changes with every update, so that a late writer can be refused. */
  hash: string;
  draft: Draft;
  /** Under which input which sentence stands, by block_id. */
  errors: { [blockId: string]: string };
  /** Slack's own trouble, shown on top of the view. */
  trouble: string | undefined;
}

export interface Place {
  readonly user: string;
  readonly root?: string;
  readonly previous?: string;
}

/** A view as the app asked for it, at its place in the person's stack. */
export function makeView(given: Fields, blocks: Block[], hash: string, place: Place): View {
  const id = newId('V');
  const type = given.type === 'home' ? 'home' : 'modal';
  const { user, root = id, previous = null } = place;
  return { id, user, type, root, previous, given, blocks, hash, draft: {}, errors: {}, trouble: undefined };
}

/** The view as Slack sends it to apps, in payloads and in answers of `views.*`. */
export function describeView({ app, team }: Pick<Workspace, 'app' | 'team'>, view: View, values: Fields): Fields {
  const { given } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: textAt(given, 'private_metadata') ?? '',
    callback_id: textAt(given, 'callback_id') ?? '',
    state: { values },
    hash: view.hash,
    title: given.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: given.clear_on_close === true,
    notify_on_close: given.notify_on_close === true,
    close: given.close ?? null,
    submit: given.submit ?? null,
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: app.id,
    external_id: textAt(given, 'external_id') ?? '',
    app_installed_team_id: team.id,
    bot_id: app.bot,
  };
}
