import { elementsOf, findOption, keepsValue, type Placed, stateOf, valuesOf } from '../blocks/inputs.ts';
import type { Block, Fields } from '../json.ts';
import { describeMessage, type Message } from '../messages.ts';
import type { Person } from '../people.ts';
import type { Slack } from '../slack.ts';
import type { Draft, Entered, View } from '../views.ts';
import { shown } from '../web-api/views.ts';
import { findMessage, repliesTo, topModal } from '../workspace.ts';
import { mergeDraft } from './draft.ts';
import { actor, describeAck, envelope, NotPossible, room } from './person.ts';

export interface Click {
  readonly user: string;
  readonly action_id: string;
  readonly block_id?: string | undefined;
  /** What was chosen, for elements with options or dates; several for checkboxes. */
  readonly value?: Entered | undefined;
  /** What else the person has put into the modal by now. */
  readonly values?: Draft | undefined;
}

function findElement(blocks: readonly Block[], click: Click): Placed {
  const fits = ({ block, element }: Placed) =>
    element.action_id === click.action_id && (click.block_id === undefined || click.block_id === block.block_id);
  const placed = elementsOf(blocks).find(fits);
  if (placed === undefined) throw new NotPossible(`Nothing there has the action_id ${click.action_id}.`);
  return placed;
}

/** The entry of `actions`: the element as it is, with what was chosen. */
function describeAction(slack: Slack, { block, element }: Placed, value: Entered | undefined): Fields {
  const common = { action_id: element.action_id, block_id: block.block_id, action_ts: slack.workspace.nextTs() };
  const type = String(element.type);
  if (type === 'button') {
    const { text, value: carried, style, url } = element;
    const present = Object.fromEntries(
      Object.entries({ text, value: carried, style, url }).filter(([, one]) => one !== undefined),
    );
    return { ...common, type, ...present };
  }
  const chosen = Array.isArray(value) ? value : [value ?? ''];
  const options = ['static_select', 'radio_buttons', 'overflow', 'checkboxes', 'multi_static_select'];
  const unknown = options.includes(type) && chosen.find((one) => one !== '' && findOption(element, one) === undefined);
  if (typeof unknown === 'string') throw new NotPossible(`${String(element.action_id)} offers no option ${unknown}.`);
  return { ...common, ...stateOf(element, value ?? null) };
}

function keep(placed: Placed, value: Entered | undefined): Draft {
  if (!keepsValue(placed.element)) return {};
  return { [placed.block.block_id]: { [String(placed.element.action_id)]: value ?? null } };
}

async function send(slack: Slack, person: Person, payload: Fields): Promise<Fields> {
  const trigger_id = slack.triggers.issue(person.id);
  const answer = await slack.deliver({ kind: 'interactive', payload: { ...payload, trigger_id } });
  return { ...describeAck(answer), trigger_id };
}

function clickInMessage(slack: Slack, person: Person, message: Message, click: Click): Promise<Fields> {
  const placed = findElement(message.blocks, click);
  const ephemeral = message.onlyFor !== undefined;
  const channel = room(slack, message.channel, person.id);
  const target = { user: person.id, channel: channel.id, threadTs: message.threadTs, original: message.ts };
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  return send(slack, person, {
    ...envelope(slack, person, 'block_actions'),
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral, ...thread },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    ...(ephemeral ? {} : { message: describeMessage(slack.workspace, message, repliesTo(slack.workspace, message), true) }),
    state: { values: valuesOf(message.blocks, keep(placed, click.value)) },
    response_url: slack.baseUrl + slack.responseUrls.issue('actions', target),
    actions: [describeAction(slack, placed, click.value)],
  });
}

function clickInView(slack: Slack, person: Person, view: View, click: Click): Promise<Fields> {
  const placed = findElement(view.blocks, click);
  mergeDraft(view, { ...click.values });
  mergeDraft(view, keep(placed, click.value));
  const silent = placed.block.type === 'input' && placed.block.dispatch_action !== true;
  if (silent) return Promise.resolve({ ack: null });
  return send(slack, person, {
    ...envelope(slack, person, 'block_actions'),
    container: { type: 'view', view_id: view.id },
    view: shown(slack, view),
    actions: [describeAction(slack, placed, click.value)],
  });
}

/** Somebody clicks or chooses something in a message that they see. */
export function clickMessage(slack: Slack, click: Click & { channel: string; ts: string }): Promise<Fields> {
  const person = actor(slack, click.user);
  room(slack, click.channel, person.id);
  const message = findMessage(slack.workspace, click.channel, click.ts);
  const visible = message?.onlyFor === undefined || message.onlyFor === person.id;
  if (message === undefined || !visible) throw new NotPossible(`${person.name} sees no message ${click.ts} in ${click.channel}.`);
  return clickInMessage(slack, person, message, click);
}

/** Somebody clicks or chooses something in their modal, or on their Home tab when no modal lies over it. */
export function clickView(slack: Slack, click: Click): Promise<Fields> {
  const person = actor(slack, click.user);
  const view = topModal(slack.workspace, person.id) ?? slack.workspace.homes.get(person.id);
  if (view === undefined) throw new NotPossible(`${person.name} has neither a modal nor a Home tab open.`);
  return clickInView(slack, person, view, click);
}
