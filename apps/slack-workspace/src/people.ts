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

export const team = { id: 'T0NORTH', name: 'Northwind Telecom', domain: 'northwind-telecom' } as const;
export const app = { id: 'A0ENABLE', name: 'Enablement', botUser: 'U0BOT', bot: 'B0BOT' } as const;
