export interface Subscription {
  readonly id: string;
  readonly model: string;
  postUrl: string;
  geoSupport: 'yes' | 'no';
  readonly scope: string;
  readonly reseller: string;
  readonly domain: string;
  readonly user: string;
  /** The user who made it, or the name of a key. */
  readonly madeBy: string;
  preferredServer: string;
  errors: number;
  posts: number;
  readonly createdAt: number;
  expiresAt: number;
  /** When it last began to fail, and when it failed last, in milliseconds since 1970. */
  failingSince?: number | undefined;
  failedAt?: number | undefined;
}

/** An event on its way to one subscriber. */
export interface Post {
  readonly id: number;
  /** Identifier of the subscription. */
  readonly subscription: string;
  readonly event: object;
  /** Milliseconds since 1970. */
  dueAt: number;
  tries: number;
}

/** What became of one try. */
export interface Outcome {
  /** ISO 8601. */
  readonly at: string;
  readonly subscription: string;
  readonly model: string;
  /** Without its query, where passwords stand. */
  readonly url: string;
  /** The status that came back, or why none did. */
  readonly answer: number | string;
}

export interface Events {
  subscriptions: Subscription[];
  /** The oldest first. */
  waiting: Post[];
  /** The last tries, the oldest first. */
  outcomes: Outcome[];
  lastPost: number;
}
