import type { Clock } from './clock.ts';
import type { StoredFile } from './files.ts';
import { createTimestamps, newId } from './ids.ts';
import type { Block, Fields } from './json.ts';
import type { Message } from './messages.ts';
import type { Access, App, Channel, Person, Team, UserGroup } from './people.ts';
import type { Cast } from './seed.ts';
import type { View } from './views.ts';

/** How many modals may lie on top of each other (docs.slack.dev, views.push). */
export const deepestStack = 3;

/** What the workspace knows, in memory only. */
export interface Workspace {
  readonly team: Team;
  readonly app: App;
  /** Undefined while the app is not installed here. */
  access: Access | undefined;
  people: Map<string, Person>;
  channels: Map<string, Channel>;
  groups: Map<string, UserGroup>;
  /** By channel, oldest first, ephemeral ones among them. */
  messages: Map<string, Message[]>;
  /** Each person's modals, the visible one last. */
  modals: Map<string, View[]>;
  homes: Map<string, View>;
  files: Map<string, StoredFile>;
  /** The next message timestamp. */
  nextTs(): string;
  nextHash(): string;
  /** Says that something a person may see has changed. */
  changed(): void;
  /** Calls back after each change. Returns the way to stop. */
  watch(listener: () => void): () => void;
  /** Back to the seed. */
  reset(): void;
}

/** @param seed the cast of a fresh workspace */
export function createWorkspace(clock: Clock, seed: () => Cast): Workspace {
  const listeners = new Set<() => void>();
  const nextTs = createTimestamps(clock);
  const { team, app } = seed();
  const workspace: Workspace = {
    team,
    app,
    access: undefined,
    people: new Map(),
    channels: new Map(),
    groups: new Map(),
    messages: new Map(),
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
    nextTs,
    nextHash: () => `${nextTs().replace('.', '').slice(0, 10)}.${newId('').toLowerCase().slice(0, 8)}`,
    changed: () => {
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reset: () => {
      const cast = seed();
      workspace.access = cast.access;
      workspace.people = new Map(cast.people.map((one) => [one.id, one]));
      workspace.channels = new Map(cast.channels.map((one) => [one.id, one]));
      workspace.groups = new Map(cast.groups.map((one) => [one.id, one]));
      workspace.messages = new Map();
      workspace.modals = new Map();
      workspace.homes = new Map();
      workspace.files = new Map();
      workspace.changed();
    },
  };
  workspace.reset();
  return workspace;
}

type Posting = Pick<Message, 'channel' | 'author' | 'text' | 'blocks'> &
  Partial<Pick<Message, 'threadTs' | 'onlyFor' | 'metadata'>>;

export function post(workspace: Workspace, posting: Posting): Message {
  const message: Message = {
    ts: workspace.nextTs(),
    threadTs: undefined,
    onlyFor: undefined,
    metadata: undefined,
    edited: false,
    ...posting,
  };
  const list = workspace.messages.get(message.channel);
  if (list === undefined) workspace.messages.set(message.channel, [message]);
  else list.push(message);
  workspace.changed();
  return message;
}

export function findMessage(workspace: Workspace, channel: string, ts: string): Message | undefined {
  return workspace.messages.get(channel)?.find((message) => message.ts === ts);
}

export function removeMessage(workspace: Workspace, message: Message): void {
  const list = workspace.messages.get(message.channel) ?? [];
  workspace.messages.set(
    message.channel,
    list.filter((one) => one !== message),
  );
  workspace.changed();
}

/** The replies under a message, oldest first, ephemeral ones left out. */
export function repliesTo(workspace: Workspace, message: Message): Message[] {
  const list = workspace.messages.get(message.channel) ?? [];
  return list.filter((one) => one.threadTs === message.ts && one.onlyFor === undefined);
}

/** What this person sees in the channel. */
export function visibleTo(workspace: Workspace, channel: string, user: string): Message[] {
  const list = workspace.messages.get(channel) ?? [];
  return list.filter((message) => message.onlyFor === undefined || message.onlyFor === user);
}

/** The modal that the person looks at. */
export function topModal(workspace: Workspace, user: string): View | undefined {
  return workspace.modals.get(user)?.at(-1);
}

/** Gives every block the block_id that Slack would make up. */
export function withBlockIds(blocks: readonly Fields[]): Block[] {
  return blocks.map((block) => {
    const given = block.block_id;
    const blockId = typeof given === 'string' && given !== '' ? given : newId('').slice(0, 5);
    return { ...block, type: String(block.type), block_id: blockId };
  });
}
