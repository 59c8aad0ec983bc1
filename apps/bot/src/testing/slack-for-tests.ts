import type { Team } from '@enablement/core';
import { afterEach, beforeEach } from 'vitest';
import { Outboxes } from '../cards/outboxes.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';

/** A Slack server for each test of a file, a clock that only the test moves, and the way out to that server. */
export function slackForTests() {
  let now = 0;
  let server: SlackServer;
  const clock = { now: () => new Date(now) };
  beforeEach(async () => {
    now = Date.parse('2026-03-02T09:00:00Z');
    server = await startSlackServer(clock.now);
  });
  afterEach(() => server.close());
  return {
    clock,
    get server() {
      return server;
    },
    pass: (duration: number): void => {
      now += duration;
    },
    /** As one bot has them after its start. */
    outboxes: (isInstalled: (team: Team) => boolean = () => true): Outboxes =>
      new Outboxes({
        clientOf: async (team) => (isInstalled(team) ? server.slack : undefined),
        plain: { has: async () => false, add: async () => undefined },
        clock,
      }),
  };
}
