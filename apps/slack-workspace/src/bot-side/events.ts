import { newId } from '../ids.ts';
import type { Fields } from '../json.ts';
import { app, team } from '../people.ts';
import type { Slack } from '../slack.ts';
import type { Answer } from './deliver.ts';

/** Slack repeats an event that was not acknowledged at once, after a minute and after five (docs.slack.dev, Events API). */
const pauses = [0, 60_000, 300_000];

function reasonOf(answer: Answer): string {
  if (answer.result === 'late') return 'http_timeout';
  return answer.result === 'refused' ? 'http_error' : 'connection_failed';
}

/** Tells the app what happened. Gives the first answer; the repetitions follow by themselves. */
export async function sendEvent(slack: Slack, event: Fields): Promise<Answer> {
  const payload = {
    token: 'legacy',
    team_id: team.id,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(slack.clock.now() / 1000),
    authorizations: [{ enterprise_id: null, team_id: team.id, user_id: app.botUser, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
  };
  const answer = await slack.deliver({ kind: 'events_api', payload });
  if (answer.result !== 'acknowledged') repeat(slack, payload, 1, reasonOf(answer));
  return answer;
}

function repeat(slack: Slack, payload: Fields, attempt: number, reason: string): void {
  const pause = pauses[attempt - 1];
  if (pause === undefined) return;
  slack.clock.after(pause, () => {
    void slack.deliver({ kind: 'events_api', payload, retry: { attempt, reason } }).then((answer) => {
      if (answer.result !== 'acknowledged') repeat(slack, payload, attempt + 1, reasonOf(answer));
    });
  });
}
