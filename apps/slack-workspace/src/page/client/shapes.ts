import type { Block, Fields } from '../../json.ts';
import type { Entered } from '../../views.ts';

export type { Block, Entered, Fields };

/** What the page gets from `/_slack/snapshot`. */
export interface Snapshot {
  /** Who looks. */
  readonly user: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly app: { readonly name: string; readonly botUser: string };
  readonly installed: boolean;
  /** The app's own page for that. */
  readonly installAt: string;
  /** Everybody in all workspaces whom one can be. */
  readonly cast: readonly { readonly team: string; readonly people: readonly Pick<Person, 'id' | 'realName' | 'title'>[] }[];
  readonly commands: readonly Command[];
  readonly people: readonly Person[];
  readonly groups: readonly { readonly id: string; readonly handle: string }[];
  readonly channels: readonly Channel[];
  readonly modal: { readonly view: Open | null; readonly stack: number };
  readonly home: Open | null;
}

export interface Command {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly bot: boolean;
  readonly deactivated: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly topic: string;
  readonly archived: boolean;
  readonly withApp: boolean;
  readonly members: number;
  readonly messages: readonly Message[];
}

export interface Message {
  readonly ts: string;
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly thread_ts?: string;
  readonly ephemeral: boolean;
  readonly edited: boolean;
}

/** A modal or Home tab that is open. */
export interface Open {
  readonly id: string;
  readonly hash: string;
  readonly title: Fields;
  readonly submit: Fields | null;
  readonly close: Fields | null;
  readonly blocks: readonly Block[];
  readonly errors: { readonly [blockId: string]: string };
  readonly trouble?: string;
  readonly values: { readonly [blockId: string]: { readonly [actionId: string]: Fields } };
}

/** An act in a message, modal or Home tab. */
export interface Acted {
  readonly action_id: string;
  readonly block_id: string;
  readonly value?: Entered;
}

/** What blocks need from the place where they stand. */
export interface Surroundings {
  readonly snapshot: Snapshot;
  act(acted: Acted): void;
  /** What stands in an input, and how to change it. */
  entered(blockId: string, element: Fields): Entered;
  enter(blockId: string, element: Fields, value: Entered): void;
  readonly errors: { readonly [blockId: string]: string };
}
