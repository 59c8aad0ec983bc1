import type { Redact } from './redact.ts';

/** One request as it came, secrets replaced. */
export interface RecordedRequest {
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** operationId, unless nothing matched. */
  readonly operation: string | undefined;
  readonly headers: Record<string, unknown>;
  readonly body: unknown;
  /** What nobody looked at and nobody complained about, such as `body.colour` or `query.sort`. */
  readonly ignored: readonly string[];
  /** `undefined` when the connection broke without an answer. */
  readonly status: number | undefined;
  /** Who answered: a stateful handler, the contract's example, the checks, or an ordered fault. */
  readonly answeredBy: 'handler' | 'contract' | 'refusal' | 'fault' | 'failure';
}

export interface RequestLog {
  /** Called when somebody looks. */
  add(describe: () => RecordedRequest): void;
  all(): readonly RecordedRequest[];
  clear(): void;
}

const kept = 1000;

/** Keeps the last thousand. */
export function createRequestLog(redact: Redact): RequestLog {
  let requests: (() => RecordedRequest)[] = [];
  const show = (describe: () => RecordedRequest): RecordedRequest => {
    const request = describe();
    return {
      ...request,
      path: String(redact(request.path)),
      headers: redact(request.headers) as Record<string, unknown>,
      body: redact(request.body),
    };
  };
  return {
    add(describe) {
      requests.push(describe);
      if (requests.length > 2 * kept) requests = requests.slice(-kept);
    },
    all: () => requests.slice(-kept).map(show),
    clear() {
      requests = [];
    },
  };
}
