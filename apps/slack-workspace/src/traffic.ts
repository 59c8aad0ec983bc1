import type { Clock } from './clock.ts';

/** One exchange between the app and the workspace. Bodies are kept whole, so that a leak test can search them; only tokens are blotted out. */
export interface Exchange {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  readonly from: 'app' | 'slack';
  /** A Web API method, `response_url`, or the kind of payload. */
  readonly what: string;
  readonly via: 'http' | 'socket';
  readonly request: unknown;
  /** HTTP status of the answer; 0 when there was none. */
  readonly status: number;
  readonly response: unknown;
}

export interface Traffic {
  record(exchange: Omit<Exchange, 'id' | 'at'>): void;
  list(): readonly Exchange[];
  reset(): void;
}

const most = 20_000;

/** Keeps the last 20,000 exchanges; what `tokens` names at that moment never gets in. */
export function createTraffic(clock: Clock, tokens: () => readonly string[]): Traffic {
  let exchanges: Exchange[] = [];
  let count = 0;

  function redact(value: unknown): unknown {
    const text = JSON.stringify(value);
    if (text === undefined) return undefined;
    return JSON.parse(tokens().reduce((known, token) => known.replaceAll(token, '[redacted]'), text));
  }

  return {
    record(exchange) {
      count += 1;
      const { request, response } = exchange;
      const at = new Date(clock.now()).toISOString();
      exchanges.push({ id: count, at, ...exchange, request: redact(request), response: redact(response) });
      if (exchanges.length > most) exchanges = exchanges.slice(-most / 2);
    },
    list: () => exchanges,
    reset: () => {
      exchanges = [];
    },
  };
}
