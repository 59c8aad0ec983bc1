// What Bolt costs alone: the signature is checked, the command is acknowledged, and nothing else is done.
import { App, LogLevel } from '@slack/bolt';

const { PORT, SLACK_SIGNING_SECRET: signingSecret = '' } = process.env;
const app = new App({ signingSecret, logLevel: LogLevel.ERROR, authorize: async () => ({ botToken: 'xoxb-bare' }) });
app.command('/enable-acrobits', async ({ ack }) => ack());
await app.start({ port: Number(PORT), host: '127.0.0.1' });
console.log('bare Bolt listening');
