import { type Logger, LogLevel } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';

/** How all our clients speak to Slack. */
export function clientOptions({ SLACK_API_URL }: Pick<Settings, 'SLACK_API_URL'>, log: Log): WebClientOptions {
  return {
    ...(SLACK_API_URL === undefined ? {} : { slackApiUrl: SLACK_API_URL }),
    // Retries are ours: what must reach Slack is shown from the register until it does.
    retryConfig: { retries: 1 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    timeout: 10_000,
    logger: quiet(log),
  };
}

/** Bolt's debug level prints payloads, and payloads hold what people typed: only warnings and errors pass. */
export function quiet(log: Log): Logger {
  const drop = () => undefined;
  return {
    debug: drop,
    info: drop,
    warn: (...words) => log.info(`Slack: ${words.join(' ')}`),
    error: (...words) => log.error('Slack', words[0] instanceof Error ? words[0] : new Error(words.join(' '))),
    setLevel: drop,
    getLevel: () => LogLevel.WARN,
    setName: drop,
  };
}
