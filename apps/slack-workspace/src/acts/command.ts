import { AppResponse, show } from '../bot-side/response-route.ts';
import { type Fields, isFields } from '../json.ts';
import type { Channel } from '../people.ts';
import type { Slack } from '../slack.ts';
import { readContent } from '../web-api/content.ts';
import { post } from '../workspace.ts';
import { actor, describeAck, failureOf, room, tell } from './person.ts';

function nameInPayload(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

/** Shows the body of the acknowledgement, which is a text or a message. */
function showAnswer(slack: Slack, channel: Channel, user: string, typed: string, body: unknown): void {
  const target = { user, channel: channel.id, threadTs: undefined, original: undefined };
  if (body === '' || body === undefined || body === null) return;
  const parsed = AppResponse.safeParse(isFields(body) ? body : { text: String(body) });
  const content = parsed.success ? readContent(parsed.data, slack) : undefined;
  if (!parsed.success || content === undefined || !content.ok) {
    const why = content === undefined || content.ok ? 'invalid_payload' : String(content.reply.error);
    tell(slack, channel.id, user, `${typed.split(' ')[0]} answered with a message that Slack cannot show: ${why}`);
    return;
  }
  if (parsed.data.response_type === 'in_channel') {
    post(slack.workspace, { channel: channel.id, author: user, text: typed, blocks: [] });
  }
  show(slack, target, parsed.data, content.said);
}

/** Somebody types a slash command in a channel; what the app answers, or that it did not, is shown to them. */
export async function typeCommand(slack: Slack, given: { user: string; channel: string; text: string }): Promise<Fields> {
  const person = actor(slack, given.user);
  const { team, app } = slack.workspace;
  const channel = room(slack, given.channel, person.id);
  const typed = given.text.trim();
  const [command = '', rest = ''] = [typed.split(/\s/)[0], typed.slice(typed.split(/\s/)[0]?.length ?? 0).trim()];
  if (slack.workspace.access === undefined || !slack.commands.some((one) => one.command === command)) {
    const hint =
      slack.workspace.access === undefined
        ? `${app.name} is not installed in ${team.name}.`
        : slack.commands.length === 0
          ? 'The app has registered no commands: see COMMANDS.'
          : 'Type / to see those there are.';
    tell(slack, channel.id, person.id, `${command} is not a command here. ${hint}`);
    return { error: 'unknown_command' };
  }
  const target = { user: person.id, channel: channel.id, threadTs: undefined, original: undefined };
  const payload = {
    token: 'legacy',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: nameInPayload(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text: rest,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: slack.baseUrl + slack.responseUrls.issue('commands', target),
    trigger_id: slack.triggers.issue(person.id),
  };
  const answer = await slack.deliver({ kind: 'slash_commands', payload });
  const failure = failureOf(answer);
  if (failure !== undefined) tell(slack, channel.id, person.id, `${command} failed with the error "${failure}"`);
  else if (answer.result === 'acknowledged') showAnswer(slack, channel, person.id, typed, answer.body);
  return { ...describeAck(answer), trigger_id: payload.trigger_id, response_url: payload.response_url };
}
