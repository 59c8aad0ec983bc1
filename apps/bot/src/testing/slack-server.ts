import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { WebClient } from '@slack/web-api';

/** A message as Slack keeps it. */
export interface Kept {
  readonly ts: string;
  readonly channel: string;
  readonly thread_ts?: string | undefined;
  readonly metadata?: unknown;
  text: string;
}

/** What shall come instead of the answer to the next call of a method; `lost`: it takes effect, and nobody hears of it. */
export type Trouble =
  | { readonly status: 429; readonly retryAfter: number }
  | { readonly error: string }
  | { readonly lost: true };

export interface SlackServer {
  readonly slack: WebClient;
  readonly messages: Kept[];
  /** Methods as they were called, in order. */
  readonly calls: string[];
  next(method: string, ...troubles: readonly Trouble[]): void;
  close(): Promise<void>;
}

/** The few methods of the Web API that the outbox calls, over real HTTP; a page of history holds two messages. */
export async function startSlackServer(now: () => Date): Promise<SlackServer> {
  const messages: Kept[] = [];
  const calls: string[] = [];
  const troubles = new Map<string, Trouble[]>();
  let serial = 0;

  const page = (found: readonly Kept[], cursor: string) => {
    const start = Number(cursor || 0);
    const next = start + 2 < found.length ? String(start + 2) : '';
    return { ok: true, messages: found.slice(start, start + 2), response_metadata: { next_cursor: next } };
  };
  const methods: Readonly<Record<string, (args: Readonly<Record<string, string>>) => object>> = {
    'auth.test': () => ({ ok: true, team_id: 'T0NORTHWIND' }),
    'chat.postMessage': ({ channel = '', text = '', thread_ts, metadata }) => {
      const ts = `${Math.floor(now().getTime() / 1000)}.${String(++serial).padStart(6, '0')}`;
      messages.push({ ts, channel, text, thread_ts, metadata: metadata && JSON.parse(metadata) });
      return { ok: true, ts, channel };
    },
    'chat.update': ({ ts, text = '' }) => {
      const message = messages.find((one) => one.ts === ts);
      if (message === undefined) return { ok: false, error: 'message_not_found' };
      message.text = text;
      return { ok: true, ts };
    },
    'chat.delete': () => ({ ok: false, error: 'message_not_found' }),
    'conversations.history': ({ channel, oldest = '0', cursor = '' }) =>
      page(
        messages
          .filter((one) => one.channel === channel && one.thread_ts === undefined && Number(one.ts) > Number(oldest))
          .toReversed(),
        cursor,
      ),
    'conversations.replies': ({ ts, cursor = '' }) =>
      page(
        messages.filter((one) => one.thread_ts === ts),
        cursor,
      ),
    'conversations.open': ({ users }) => ({ ok: true, channel: { id: `D${users}` } }),
  };
  const server = createServer(async (request, response) => {
    const method = request.url?.slice(1).split('?')[0] ?? '';
    calls.push(method);
    const args = Object.fromEntries(new URLSearchParams(await text(request)));
    const trouble = troubles.get(method)?.shift();
    const answer = trouble === undefined || 'lost' in trouble ? methods[method]?.(args) : undefined;
    if (trouble !== undefined && 'lost' in trouble) return request.socket.destroy();
    const status = trouble !== undefined && 'status' in trouble ? trouble.status : 200;
    if (trouble !== undefined && 'retryAfter' in trouble) response.setHeader('retry-after', String(trouble.retryAfter));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        trouble !== undefined && 'error' in trouble ? { ok: false, error: trouble.error } : (answer ?? { ok: false }),
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const slackApiUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  const quiet = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => 'error' as never };
  const slack = new WebClient('xoxb-1', {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
  return {
    slack,
    messages,
    calls,
    next: (method, ...more) => void troubles.set(method, [...more]),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
