/** `npm start`: everything on this machine, until Ctrl-C. Prints the addresses, then a line `ready`. */
import path from 'node:path';
import { ROOT } from './lib/program.ts';
import { PARTS, type Part, Stack, USUAL_PORTS } from './lib/stack.ts';
import { onStartersGone } from './lib/starters.ts';

const dataDir = path.resolve(process.env.DATA_DIR ?? path.join(ROOT, '.data'));
console.log('Starting the local Slack, both vendors’ mocks, the web pages, the bot and their database …');

let stopping = false;
const stack = await Stack.start({
  dataDir,
  ports: USUAL_PORTS,
  autoReply: process.env.AUTO_REPLY === '1',
  socketMode: process.env.SOCKET_MODE === '1',
  vendorsRemember: true,
  onLine: (part: Part, line: string) => {
    if (!/listening|postgres ready/.test(line)) console.log(`${part.padEnd(10)} ${line}`);
  },
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error('Nothing was left running. If a port is taken, stop what uses it (another `npm start`?) and start again.');
  process.exit(1);
});

const { urls, ports } = stack;
console.log(`
  Slack (type /enable-acrobits here)   ${urls.slack.replace('127.0.0.1', 'localhost')}
  Acrobits’ desk: inbox and hand-off   ${urls.acrobits.replace('127.0.0.1', 'localhost')}
  Our pages                            ${urls.web}
  What phones call                     ${urls.provisioning.replace('127.0.0.1', 'localhost')}
  NetSapiens API (mock)                ${urls.portal}/ns-api/v2/version
  Acrobits’ mailbox                    smtp://localhost:${ports.smtp}

  In the form:  portal URL ${urls.portal}   core hostname localhost   client ID acrobits-softphone
  Secrets:      client secret mock-client-secret   API key mock-cloud-api-key   every password mock-password
  Phones:       user 100@acme.example (in Cloud Softphone 100@acme.example@NSACME)   NetSapiens API key for codes nsr_${'invented'.repeat(6)}d794fd50
`);
console.log('ready');

const stop = async () => {
  if (stopping) return;
  stopping = true;
  await stack.stop();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
onStartersGone(() => void stop());
for (const part of PARTS)
  void stack.program(part).ended.then((how) => {
    if (stopping) return;
    console.error(`${part} ended (${how}). The others are stopped too; start again.`);
    void stop();
  });
