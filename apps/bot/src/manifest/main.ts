/** `npm run manifest`: prints the Slack app's manifest for this deployment, from COMMAND…, EVENTS_URL and SOCKET_MODE. */
import { z } from 'zod';
import { readCommandNames } from '../commands/book.ts';
import { manifest } from './manifest.ts';

const Environment = z.object({
  EVENTS_URL: z
    .url({ protocol: /^https$/, error: 'EVENTS_URL is malformed: expected where Slack reaches the bot, https://…/slack/events.' })
    .default('https://enablement.northwind.example/slack/events'),
  SOCKET_MODE: z.enum(['0', '1'], 'SOCKET_MODE is malformed: expected 1, or nothing.').default('0'),
});

const print = (): string => {
  const parsed = Environment.safeParse(process.env);
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message);
  const { EVENTS_URL: eventsUrl, SOCKET_MODE } = parsed.data;
  const commands = readCommandNames(process.env);
  return JSON.stringify(manifest({ commands, eventsUrl, socketMode: SOCKET_MODE === '1' }), null, 2);
};

try {
  console.log(print());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
