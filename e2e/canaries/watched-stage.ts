import type pg from 'pg';
import { call } from '../../scripts/lib/person.ts';
import { freePorts } from '../../scripts/lib/program.ts';
import { officeManagerOf, openStage, type Stage } from '../stage.ts';
import type { Canary } from './canary.ts';
import { openPostgres, postgresHome } from './data-dir.ts';
import { planted } from './known.ts';
import { refuseMail, type Served, type Tap, tapMail, tapWeb } from './taps.ts';

/** Everything running with planted secrets, and somebody who listens in front of the web pages and of the mail server. */
export interface WatchedStage extends Stage {
  readonly web: Tap<Served>;
  readonly mail: Tap<string>;
  readonly database: pg.Client;
  /** Where PostgreSQL keeps its files. */
  readonly home: string;
  /** `host:port` of the one that takes letters. */
  readonly mailServer: string;
}

/** The bot starts with a mail server that refuses its log-in; the cloudId has an API key that Acrobits refuses later. */
export async function openWatchedStage(domain: string): Promise<WatchedStage> {
  const [slack = 0, bot = 0, web = 0, netsapiens = 0, acrobits = 0, smtp = 0, provisioning = 0, ...more] = await freePorts(10);
  const [frontOfWeb = 0, frontOfMail = 0, rudeMail = 0] = more;
  const taps = { web: await tapWeb(frontOfWeb, web), mail: await tapMail(frontOfMail, smtp) };
  const rude = await refuseMail(rudeMail);
  const tokens = { SLACK_SIGNING_SECRET: planted.signingSecret.secret, SLACK_BOT_TOKEN: planted.botToken.secret };
  const PUBLIC_URL = `http://localhost:${frontOfWeb}`;
  const SMTP_URL = `smtp://enablement:${encodeURIComponent(planted.mailPassword.secret)}@127.0.0.1:${rudeMail}`;
  const stage = await openStage({
    autoReply: true,
    ownPostgres: true,
    phones: true,
    ports: { slack, bot, web, netsapiens, acrobits, smtp, provisioning },
    env: {
      slack: { ...tokens, SLACK_APP_TOKEN: planted.appToken.secret },
      web: { PUBLIC_URL },
      bot: { ...tokens, PUBLIC_URL, SMTP_URL },
    },
  });
  const home = await postgresHome(stage.dataDir);
  const database = await openPostgres(home);
  const events = `https://events.example/?password=${encodeURIComponent(planted.eventPassword.secret)}`;
  await call(`${stage.stack.urls.netsapiens}/_mock/seed`, {
    clients: [{ id: 'acrobits-softphone', secret: planted.clientSecret.secret }],
    users: [{ domain, user: '900', login: officeManagerOf(domain), password: planted.password.secret }],
    subscriptions: [{ domain, model: 'call', postUrl: events }],
  });
  const watched = { ...stage, ...taps, database, home, mailServer: `127.0.0.1:${frontOfMail}` };
  await setApiKey(watched, planted.oldApiKey);
  return {
    ...watched,
    async close() {
      await database.end();
      await stage.close();
      await Promise.all([taps.web, taps.mail, rude].map((one) => one.close()));
    },
  };
}

/** From now on Acrobits takes this key for the cloudId, and no other. */
export const setApiKey = ({ stack }: Stage, { secret }: Canary): Promise<unknown> =>
  call(`${stack.urls.acrobits}/_mock/seed`, { clouds: [{ cloudId: 'NSACME', apiKey: secret }] });
