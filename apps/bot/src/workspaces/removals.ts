import type { Installations } from '@enablement/gateways/postgres';
import type { App } from '@slack/bolt';
import type { Log } from '../log.ts';

/** Slack tells the time of an event in whole seconds, so an installation of that second may be meant. */
const SECOND = 1000;

/**
 * A workspace removed the app, or revoked its token: its runs go on without Slack, its cards wait until it is installed again.
 * Slack tells both of one removal, at times late or twice; an installation that is younger than the news stays.
 */
export function hearRemovals(app: App, installations: Pick<Installations, 'of' | 'lose'>, log: Log): void {
  const lose = async (team: string | undefined, time: number, why: string): Promise<void> => {
    const since = new Date(time * 1000 + SECOND);
    if (team !== undefined && (await installations.lose(team, why, { since })))
      log.info(`a workspace has removed the app (${why}): its runs go on, its cards wait`);
  };
  app.event('app_uninstalled', async ({ body }) => lose(body.team_id, body.event_time, 'app uninstalled'));
  app.event('tokens_revoked', async ({ body, event }) => {
    const known = await installations.of(body.team_id);
    // People's own tokens are none of ours.
    if (known !== undefined && event.tokens.bot?.includes(known.botUser) === true)
      await lose(body.team_id, body.event_time, 'token revoked');
  });
}
