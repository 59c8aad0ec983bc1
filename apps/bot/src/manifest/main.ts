/** `npm run manifest`: prints the Slack app's manifest for this deployment, from COMMAND, EVENTS_URL and SOCKET_MODE. */
import { z } from 'zod';
import { manifest } from './manifest.ts';

const Environment = z.object({
  COMMAND: z
    .string()
    .regex(/^\/[a-z0-9_-]{1,31}$/, 'COMMAND is malformed: expected a slash and at most 31 of a-z, 0-9, - and _.')
    .default('/enable-acrobits'),
  EVENTS_URL: z
    .url({ protocol: /^https$/, error: 'EVENTS_URL is malformed: expected where Slack reaches the bot, https://…/slack/events.' })
    .default('https://enablement.northwind.example/slack/events'),
  SOCKET_MODE: z.enum(['0', '1'], 'SOCKET_MODE is malformed: expected 1, or nothing.').default('0'),
});

const parsed = Environment.safeParse(process.env);
if (parsed.success) {
  const { COMMAND: command, EVENTS_URL: eventsUrl, SOCKET_MODE } = parsed.data;
  console.log(JSON.stringify(manifest({ command, eventsUrl, socketMode: SOCKET_MODE === '1' }), null, 2));
} else {
  console.error(parsed.error.issues[0]?.message);
  process.exit(1);
}
