import { WebClient } from '@slack/web-api';
import { createClock } from '../clock.ts';
import type { Fields } from '../json.ts';
import { isFields } from '../json.ts';
import { type Started, start } from '../start.ts';
import { silent } from './silent.ts';

/** A workspace without an app, and Slack's own client to call it. */
export interface Caller {
  readonly workspace: Started;
  /** Slack's answer, whether ok or not. */
  call(method: string, args?: Fields): Promise<Fields>;
  stop(): Promise<void>;
}

export async function caller(token?: string): Promise<Caller> {
  const workspace = await start({ port: 0, botUrl: 'http://127.0.0.1:9/' }, createClock());
  const client = new WebClient(token ?? workspace.slack.settings.botToken, {
    slackApiUrl: `${workspace.url}/api/`,
    retryConfig: { retries: 0 },
    logger: silent,
    rejectRateLimitedCalls: true,
  });
  return {
    workspace,
    async call(method, args = {}) {
      try {
        return { ...(await client.apiCall(method, args)) };
      } catch (error) {
        // Slack's client throws what Slack answered with `ok: false`; that answer is what the tests look at.
        if (error instanceof Error && 'data' in error && isFields(error.data)) return error.data;
        throw error;
      }
    },
    stop: () => workspace.stop(),
  };
}
