import { type Logger, LogLevel } from '@slack/bolt';

/** A logger for Slack's own libraries that keeps the tests' output clean. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
