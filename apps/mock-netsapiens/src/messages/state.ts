import type { Table } from '../tables.ts';

/** One message of a conversation. */
export interface Message {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `chat`, `sms`, `mms`, `chat-media` … as it was sent. */
  readonly type: string;
  readonly text: string;
  /** The extension of the sender, when it is a user of the conversation's domain. */
  readonly fromUser: string | null;
  readonly fromNumber: string | null;
  /** Whom the sender named, the first of several. */
  readonly dialed: string;
  readonly mediaType: string | null;
  readonly mediaSize: number | null;
}

/** A user who takes part. */
export interface Member {
  readonly user: string;
  /** The own message number; none in a chat. */
  readonly number: string | null;
}

/** The platform calls it a message session: what the users of one domain say to each other, or with one outside. */
export interface Conversation {
  readonly domain: string;
  readonly id: string;
  readonly type: string;
  readonly name: string | null;
  /** Who else takes part: a number outside, and none among colleagues. */
  readonly remote: string | null;
  readonly members: readonly Member[];
  readonly startedAt: number;
  readonly messages: Message[];
}

export interface Conversations {
  readonly conversations: Table<Conversation>;
}
