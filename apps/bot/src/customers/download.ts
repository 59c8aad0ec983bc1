import { Refused, seconds, Unreachable } from '@enablement/core';
import type { WebClient } from '@slack/web-api';

const PATIENCE = seconds(20);
/** Where Slack keeps files. Another host would be given the bot's token. */
const SLACK_FILES = /^https:\/\/files\.slack\.com\//;

/**
 * The bytes of a file that somebody put into a form. The bot's token opens it, so that only Slack's own host is asked, or the local
 * Slack's in development. Throws `Refused` when there is no such file (any more), `Unreachable` when Slack does not answer.
 */
export async function download(
  slack: WebClient,
  id: string,
  { slackApiUrl, most }: { readonly slackApiUrl: string | undefined; readonly most: number },
): Promise<Buffer> {
  const { file } = await slack.files.info({ file: id }).catch((error: unknown) => {
    throw new Unreachable('Slack does not hand out the file just now.', 'It is asked again by itself.', { cause: error });
  });
  const url = file?.url_private_download ?? file?.url_private ?? '';
  const ours = slackApiUrl !== undefined && url.startsWith(`${new URL(slackApiUrl).origin}/`);
  if (!SLACK_FILES.test(url) && !ours)
    throw new Refused('Slack keeps this file somewhere else.', 'Put the file itself into the form, not a link to it.');
  if ((file?.size ?? 0) > most)
    throw new Refused(`The file is larger than ${Math.floor(most / 1024 / 1024)} MB.`, 'Split it into several domains.');
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${slack.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    throw new Unreachable('Slack does not hand out the file just now.', 'It is asked again by itself.', { cause: error });
  });
  if (answer.status >= 500 || answer.status === 429)
    throw new Unreachable(`Slack answered ${answer.status} for the file.`, 'It is asked again by itself.');
  if (!answer.ok)
    throw new Refused(
      `Slack does not give the file away (${answer.status}).`,
      'The app needs the scope files:read; put the file into the form again.',
    );
  return Buffer.from(await answer.arrayBuffer());
}
