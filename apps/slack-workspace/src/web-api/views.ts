import { z } from 'zod';
import { checkView } from '../blocks/check.ts';
import { valuesOf, withActionIds } from '../blocks/inputs.ts';
import { filesOf } from '../files.ts';
import { type Block, type Fields, isFields, textAt } from '../json.ts';
import type { Slack } from '../slack.ts';
import { describeView, makeView, type View } from '../views.ts';
import { deepestStack, topModal, type Workspace, withBlockIds } from '../workspace.ts';
import { embedded, fail, failBlocks, type Method, method, ok, type Reply } from './method.ts';

/** A view and its state weigh at most 250 kB (docs.slack.dev, views.open). */
const heaviest = 250_000;

type Read = { ok: true; given: Fields; blocks: Block[] } | { ok: false; reply: Reply };

/** Reads and checks a view. Slack answers a broken one with `invalid_arguments` and a JSON pointer. */
export function readView(value: unknown, surface: 'modal' | 'home'): Read {
  if (!isFields(value))
    return {
      ok: false,
      reply: fail('invalid_arguments', { response_metadata: { messages: ['[ERROR] missing required field: view'] } }),
    };
  if (Buffer.byteLength(JSON.stringify(value)) > heaviest) return { ok: false, reply: fail('view_too_large') };
  const problems = checkView(value, surface);
  if (problems.length > 0) return { ok: false, reply: failBlocks('invalid_arguments', problems) };
  const { blocks, ...given } = value;
  const list = Array.isArray(blocks) ? blocks.filter(isFields) : [];
  return { ok: true, given, blocks: withActionIds(withBlockIds(list)) };
}

function everyView(workspace: Workspace): View[] {
  return [...[...workspace.modals.values()].flat(), ...workspace.homes.values()];
}

function externalIdTaken(workspace: Workspace, given: Fields, except?: View): boolean {
  const id = textAt(given, 'external_id') ?? '';
  return id !== '' && everyView(workspace).some((view) => view !== except && textAt(view.given, 'external_id') === id);
}

export function shown(slack: Pick<Slack, 'workspace' | 'baseUrl'>, view: View): Fields {
  return describeView(slack.workspace, view, valuesOf(view.blocks, view.draft, filesOf(slack)));
}

/** Puts a new view on the person's stack, or refuses. */
export function push(slack: Slack, user: string, read: Read & { ok: true }): View | string {
  const { workspace } = slack;
  const stack = workspace.modals.get(user) ?? [];
  if (stack.length >= deepestStack) return 'push_limit_reached';
  if (externalIdTaken(workspace, read.given)) return 'duplicate_external_id';
  const below = stack.at(-1);
  const place = below === undefined ? { user } : { user, root: below.root, previous: below.id };
  const view = makeView(read.given, read.blocks, workspace.nextHash(), place);
  workspace.modals.set(user, [...stack, view]);
  workspace.changed();
  return view;
}

/** Replaces what a view shows; what a person typed stays where block and action keep their ids. */
export function replace(slack: Slack, view: View, read: Read & { ok: true }): string | undefined {
  if (externalIdTaken(slack.workspace, read.given, view)) return 'duplicate_external_id';
  view.given = read.given;
  view.blocks = read.blocks;
  view.hash = slack.workspace.nextHash();
  view.errors = {};
  view.trouble = undefined;
  slack.workspace.changed();
  return undefined;
}

const Opening = z.object({ trigger_id: z.string().optional(), interactivity_pointer: z.string().optional(), view: embedded });

/** Opens (a fresh stack) or pushes (on top of the stack), for the person behind the trigger. */
function opener(fresh: boolean): Method {
  return method(Opening, (args, slack) => {
    const read = readView(args.view, 'modal');
    if (!read.ok) return read.reply;
    const trigger = slack.triggers.use(args.trigger_id ?? args.interactivity_pointer ?? '');
    if (!trigger.ok) return fail(trigger.error);
    if (!slack.workspace.people.has(trigger.user)) return fail('invalid_trigger_id');
    if (fresh) slack.workspace.modals.delete(trigger.user);
    else if (topModal(slack.workspace, trigger.user) === undefined) return fail('not_found');
    const view = push(slack, trigger.user, read);
    return typeof view === 'string' ? fail(view) : ok({ view: shown(slack, view) });
  });
}

const Update = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  view: embedded,
});

const update = method(Update, (args, slack) => {
  const byId = (view: View) =>
    view.id === args.view_id || (args.external_id !== undefined && view.given.external_id === args.external_id);
  const view = everyView(slack.workspace).find(byId);
  if (view === undefined) return fail('not_found');
  if (args.hash !== undefined && args.hash !== '' && args.hash !== view.hash) return fail('hash_conflict');
  const read = readView(args.view, view.type);
  if (!read.ok) return read.reply;
  const refused = replace(slack, view, read);
  return refused === undefined ? ok({ view: shown(slack, view) }) : fail(refused);
});

const publish = method(z.object({ user_id: z.string(), hash: z.string().optional(), view: embedded }), (args, slack) => {
  const { workspace } = slack;
  const person = workspace.people.get(args.user_id);
  if (person === undefined || person.deactivated || person.bot) return fail('user_not_found');
  const read = readView(args.view, 'home');
  if (!read.ok) return read.reply;
  const known = workspace.homes.get(person.id);
  if (args.hash !== undefined && args.hash !== '' && known !== undefined && args.hash !== known.hash)
    return fail('hash_conflict');
  const view = known ?? makeView(read.given, read.blocks, workspace.nextHash(), { user: person.id });
  workspace.homes.set(person.id, view);
  const refused = replace(slack, view, read);
  return refused === undefined ? ok({ view: shown(slack, view) }) : fail(refused);
});

export const views: { readonly [name: string]: Method } = {
  'views.open': opener(true),
  'views.push': opener(false),
  'views.update': update,
  'views.publish': publish,
};
