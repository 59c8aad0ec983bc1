import { checkEntered } from '../blocks/inputs.ts';
import { filesOf } from '../files.ts';
import { type Fields, fieldsAt, isFields } from '../json.ts';
import type { Person } from '../people.ts';
import type { Slack } from '../slack.ts';
import type { View } from '../views.ts';
import { push, readView, replace, shown } from '../web-api/views.ts';
import { topModal } from '../workspace.ts';
import { type Given, mergeDraft, readGiven } from './draft.ts';
import { actor, envelope, failureOf, NotPossible } from './person.ts';

/** The sentence on top of a modal whose app did not answer, or not in a way that Slack understands. */
const trouble = 'We had some trouble connecting. Try again?';

function drop(slack: Slack, view: View): void {
  const stack = slack.workspace.modals.get(view.user) ?? [];
  slack.workspace.modals.set(
    view.user,
    stack.filter((one) => one !== view),
  );
}

/** Puts the app's sentences under its inputs; a block_id that is no input makes Slack show trouble instead. */
function showErrors(view: View, errors: Fields): string | undefined {
  const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const entries = Object.entries(errors);
  const fits = entries.length > 0 && entries.every(([id, text]) => inputs.includes(id) && typeof text === 'string');
  if (!fits) return `errors name a block_id that is no input: ${entries.map(([id]) => id).join(', ')}`;
  view.errors = Object.fromEntries(entries.map(([id, text]) => [id, String(text)]));
  return undefined;
}

/** Does what the acknowledgement asks for. Gives what was wrong with it, or undefined. */
function obey(slack: Slack, view: View, body: unknown): string | undefined {
  if (body === '' || body === undefined || body === null) {
    drop(slack, view);
    return undefined;
  }
  if (!isFields(body)) return 'the acknowledgement is neither empty nor JSON';
  if (body.response_action === 'clear') {
    slack.workspace.modals.delete(view.user);
    return undefined;
  }
  if (body.response_action === 'errors') return showErrors(view, fieldsAt(body, 'errors') ?? {});
  if (body.response_action !== 'update' && body.response_action !== 'push')
    return `no such response_action: ${String(body.response_action)}`;
  const read = readView(body.view, 'modal');
  if (!read.ok) return JSON.stringify(read.reply);
  if (body.response_action === 'update') return replace(slack, view, read);
  const pushed = push(slack, view.user, read);
  return typeof pushed === 'string' ? pushed : undefined;
}

async function send(slack: Slack, person: Person, view: View): Promise<Fields> {
  const payload = {
    ...envelope(slack, person, 'view_submission'),
    trigger_id: slack.triggers.issue(person.id),
    view: shown(slack, view),
    response_urls: [],
  };
  const answer = await slack.deliver({ kind: 'interactive', payload });
  // While the app was thinking, the person may have closed the view.
  const there = (slack.workspace.modals.get(person.id) ?? []).includes(view);
  const failure = failureOf(answer);
  const wrong = !there || answer.result !== 'acknowledged' ? undefined : obey(slack, view, answer.body);
  if (failure !== undefined || wrong !== undefined) view.trouble = trouble;
  slack.workspace.changed();
  if (failure !== undefined) return { ok: false, error: failure, errors: {} };
  if (wrong !== undefined) return { ok: false, error: 'invalid_acknowledgement', detail: wrong, errors: {} };
  const body = answer.result === 'acknowledged' ? answer.body : '';
  return Object.keys(view.errors).length > 0 ? { ok: false, errors: view.errors } : { ok: true, ack: body };
}

/** Somebody presses the submit button. `errors` by block_id, whether Slack's own client or the app found them. */
export async function submitModal(slack: Slack, user: string, given: Given): Promise<Fields> {
  const person = actor(slack, user);
  const view = topModal(slack.workspace, person.id);
  if (view === undefined) throw new NotPossible(`${person.name} has no modal open.`);
  if (view.given.submit === undefined) throw new NotPossible('This modal has no submit button.');
  mergeDraft(view, readGiven(view, given));
  view.trouble = undefined;
  view.errors = checkEntered(view.blocks, view.draft, filesOf(slack));
  slack.workspace.changed();
  if (Object.keys(view.errors).length > 0) return { ok: false, errors: view.errors };
  return send(slack, person, view);
}

/** Somebody closes the top modal, or with `all` the whole stack; apps that asked for it are told. */
export async function closeModal(slack: Slack, user: string, all: boolean): Promise<Fields> {
  const person = actor(slack, user);
  const stack = slack.workspace.modals.get(person.id) ?? [];
  const view = stack.at(-1);
  if (view === undefined) throw new NotPossible(`${person.name} has no modal open.`);
  const everything = all || view.given.clear_on_close === true;
  const closed = everything ? [...stack].reverse() : [view];
  slack.workspace.modals.set(person.id, everything ? [] : stack.slice(0, -1));
  slack.workspace.changed();
  for (const one of closed) {
    if (one.given.notify_on_close !== true) continue;
    const payload = { ...envelope(slack, person, 'view_closed'), view: shown(slack, one), is_cleared: everything };
    await slack.deliver({ kind: 'interactive', payload });
  }
  return { ok: true, closed: closed.length };
}
