/** Somebody of the workspace, the bot included. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly email: string;
  readonly bot: boolean;
  admin: boolean;
  guest: boolean;
  deactivated: boolean;
}

export type ChannelKind = 'public' | 'private' | 'im';

export interface Channel {
  readonly id: string;
  /** Without the `#`; of a direct message, the id of the person whom the bot talks to. */
  readonly name: string;
  readonly kind: ChannelKind;
  readonly topic: string;
  readonly members: Set<string>;
  archived: boolean;
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  users: string[];
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** The app as one workspace knows it: its bot is somebody else in each. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly botUser: string;
  readonly bot: string;
}

/** There is one app, in as many workspaces as install it. */
export const theApp = { id: 'A0ENABLE', name: 'Enablement' } as const;

/** The app has been installed: the token that it speaks with, and what it may ask. */
export interface Access {
  readonly token: string;
  readonly scopes: readonly string[];
}
