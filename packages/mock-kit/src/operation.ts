/** What a handler gets: the request after the contract has checked it, and the memory of the mock. */
export interface Call<S> {
  /** operationId. */
  readonly operation: string;
  /** Lower case. */
  readonly method: string;
  /** The address of whoever calls. */
  readonly from: string;
  /** Path parameters, percent-decoded. */
  readonly params: Record<string, string>;
  /** A parameter that came more than once is a list. */
  readonly query: Record<string, string | string[]>;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  /** Parsed JSON, or the members of a form. `undefined` when there was no body. */
  readonly body: unknown;
  readonly state: S;
  now(): Date;
}

/**
 * What a handler answers. A string body goes out as it is (`text/html` unless a header says otherwise), anything else as JSON,
 * and no body as an empty answer.
 */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** What is answered instead to somebody who is not let in. */
export type Doorkeeper<S> = (call: Pick<Call<S>, 'params' | 'headers' | 'state'>) => Reply | undefined;

export type Operation<S> = (call: Call<S>) => Reply | Promise<Reply>;
