import { newId } from '../ids.ts';
import type { Fields } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { Answer, Delivery } from './deliver.ts';

/** Slack repeats an event that was not acknowledged at once, after a minute and after five (docs.slack.dev, Events API). */
const pauses = [0, 60_000, 300_000];

function reasonOf(answer: Answer): string {
  if (answer.result === 'late') return 'http_timeout';
  return answer.result === 'refused' ? 'http_error' : 'connection_failed';
}

/** Tells the app what happened, if its manifest subscribes to that. Gives the first answer; the repetitions follow by themselves. */
export async function sendEvent(slack: Slack, event: Fields, { farewell = false } = {}): Promise<Answer> {
  const { events } = slack.settings;
  if (events !== undefined && !events.includes(nameOf(event))) return { result: 'acknowledged', body: '' };
  const { team, app } = slack.workspace;
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
  const answer = await slack.deliver({ kind: 'events_api', payload, farewell });
  if (answer.result !== 'acknowledged') repeat(slack, { kind: 'events_api', payload, farewell }, 1, reasonOf(answer));
  return answer;
}

/** What an app subscribes to: a message goes by the kind of the room it is in. */
const nameOf = ({ type, channel_type: room }: Fields): string => (type === 'message' ? `message.${String(room)}` : String(type));

function repeat(slack: Slack, delivery: Delivery, attempt: number, reason: string): void {
  const pause = pauses[attempt - 1];
  if (pause === undefined) return;
  slack.clock.after(pause, () => {
    void slack.deliver({ ...delivery, retry: { attempt, reason } }).then((answer) => {
      if (answer.result !== 'acknowledged') repeat(slack, delivery, attempt + 1, reasonOf(answer));
    });
  });
}
