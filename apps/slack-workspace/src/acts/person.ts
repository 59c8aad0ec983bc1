import type { Answer } from '../bot-side/deliver.ts';
import type { Fields } from '../json.ts';
import { slackbot } from '../messages.ts';
import type { Channel, Person } from '../people.ts';
import type { Slack } from '../slack.ts';
import { post } from '../workspace.ts';

/** An act that this workspace does not allow; the message says why. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}

/** Somebody who may act: a person, and still active. */
export function actor(slack: Slack, id: string): Person {
  const person = slack.workspace.people.get(id);
  if (person === undefined || person.bot) throw new NotPossible(`Nobody here has the id ${id}.`);
  if (person.deactivated) throw new NotPossible(`${person.realName} is deactivated and can do nothing here.`);
  return person;
}

/** A channel that the person is in. */
export function room(slack: Slack, id: string, user: string): Channel {
  const channel = slack.workspace.channels.get(id);
  if (channel === undefined || !channel.members.has(user)) throw new NotPossible(`${user} is in no channel ${id}.`);
  return channel;
}

export function describeActor({ workspace: { team } }: Slack, person: Person): Fields {
  return { id: person.id, username: person.name, name: person.name, team_id: team.id };
}

/** What every interactive payload carries. */
export function envelope(slack: Slack, person: Person, type: string): Fields {
  const { team, app } = slack.workspace;
  return {
    type,
    team: { id: team.id, domain: team.domain },
    user: describeActor(slack, person),
    api_app_id: app.id,
    token: 'legacy',
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The word Slack has for an acknowledgement that did not come, or undefined when it did. */
export function failureOf(answer: Answer): string | undefined {
  if (answer.result === 'acknowledged') return undefined;
  return answer.result === 'late' ? 'operation_timeout' : 'dispatch_failed';
}

/** What tests learn about an acknowledgement. */
export function describeAck(answer: Answer): Fields {
  const error = failureOf(answer);
  if (answer.result === 'acknowledged') return { ack: { status: 200, body: answer.body } };
  return { error, ...(answer.result === 'refused' ? { ack: { status: answer.status } } : {}) };
}

/** The workspace itself speaks to one person. */
export function tell(slack: Slack, channel: string, user: string, text: string): void {
  post(slack.workspace, { channel, author: slackbot, text, blocks: [], onlyFor: user });
}
