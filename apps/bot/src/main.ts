import path from 'node:path';
import {
  deeds,
  enableCloudSoftphone,
  isEmpty,
  mergeEnvironments,
  type Ports,
  seconds,
  synchronizeMessaging,
} from '@enablement/core';
import { createMessaging } from '@enablement/gateways/acrobits';
import { createDbosEngine } from '@enablement/gateways/engine/dbos';
import { readEnabled, readEnvironments, readTemplates } from '@enablement/gateways/environments';
import { createMail } from '@enablement/gateways/mail';
import { createNet, explainFailedStart } from '@enablement/gateways/net';
import { createPhoneDirectory, createPlatform } from '@enablement/gateways/netsapiens';
import {
  createAudit,
  createAuditPages,
  createBoard,
  createDispatches,
  createLinks,
  createPhoneInstallations,
  createRegister,
  createSignInPages,
  DISPATCH_MADE,
  ENABLEMENT_CHANGED,
  listen as listenToPostgres,
  migrate,
  openDatabase,
  providePostgres,
} from '@enablement/gateways/postgres';
import { createVault, loadSecretsKey } from '@enablement/gateways/vault';
import { Projector } from './cards/projector.ts';
import { readCommandNames } from './commands/book.ts';
import type { Desk } from './desk.ts';
import { askAtSteps, crashAt, type Drill, practise } from './drill.ts';
import { consoleLog as log } from './log.ts';
import { roleBook } from './people/role-book.ts';
import { createPeople } from './people/slack-people.ts';
import { everySoOften, relay } from './relay.ts';
import { readSettings, type Settings } from './settings.ts';
import { createQuickClient, createSlack } from './slack.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const { ENVIRONMENTS, PHONES_URL, PHONE_TEMPLATES } = settings;
  const declared = ENVIRONMENTS === undefined ? [] : (await readEnvironments(ENVIRONMENTS, process.env)).environments;
  const templates = await readTemplates(PHONE_TEMPLATES);
  const clock = { now: () => new Date() };
  const key = await loadSecretsKey({ env: process.env, dataDir: settings.DATA_DIR });
  const postgres = await providePostgres(settings.DATABASE_URL, path.join(settings.DATA_DIR, 'postgres'));
  const { url } = postgres;
  const db = openDatabase(url);
  await migrate(db);

  const book = roleBook(settings);
  if (isEmpty(book)) log.info('no roles are configured, so nobody may do anything: set ROLE_OPERATOR or ROLE_ADMIN');
  const net = createNet({ allowPrivateHosts: settings.ALLOW_PRIVATE_HOSTS });
  const vault = createVault({ db, key });
  const ports: Ports = {
    audit: createAudit(db),
    auditPages: createAuditPages({ db, key, clock }),
    register: createRegister({ db, vault, clock }),
    links: createLinks({ db, vault, key, clock }),
    signInPages: createSignInPages({ db, key, clock }),
    phoneInstallations: createPhoneInstallations({ db, key, clock }),
    vault,
    platform: createPlatform({ fetch: net.fetch, clock }),
    messaging: createMessaging({ fetch: net.fetch }),
    mail: createMail({ url: settings.SMTP_URL, from: settings.MAIL_FROM }),
    network: net,
    people: createPeople({
      slack: createQuickClient(settings, log),
      book,
      clock,
      fresh: seconds(settings.ROLES_CACHED_SECONDS),
      log,
    }),
    clock,
    settings: {
      publicUrl: settings.PUBLIC_URL,
      acrobitsContact: settings.ACROBITS_CONTACT,
      allowPrivateHosts: settings.ALLOW_PRIVATE_HOSTS,
    },
  };
  const board = createBoard({ db, clock });

  const engine = await createDbosEngine({
    url,
    executorId: settings.EXECUTOR_ID,
    log: (_level, line) => log.info(`engine: ${line}`),
  });
  const workflows = [enableCloudSoftphone(ports), synchronizeMessaging(ports)] as const;
  const drill = drillOf(settings);
  await engine.serve(drill ? workflows.map((workflow) => practise(workflow, drill)) : [...workflows]);

  const desk: Desk = {
    ...ports,
    board,
    environments: async () => [...mergeEnvironments(declared, await readEnabled(db, vault, log.info)).values()],
    phoneDirectory: createPhoneDirectory({ fetch: net.fetch, clock }),
    phones: { address: PHONES_URL, templates },
    book,
    commands: readCommandNames(process.env),
  };
  const slack = createSlack(settings, desk, log);
  const projector = new Projector({ slack: slack.client, board, register: ports.register, clock });
  const cards = everySoOften(300, log, 'showing cards in Slack', () => projector.pass());
  const work = relay(createDispatches(db), engine, log);
  const ears = listenToPostgres(url, [DISPATCH_MADE, ENABLEMENT_CHANGED], (channel) =>
    (channel === DISPATCH_MADE ? work : cards).wake(),
  );
  await ports.audit.record(
    deeds.programStarted('bot', { executor: settings.EXECUTOR_ID, publicUrl: settings.PUBLIC_URL, node: process.version }),
  );
  await slack.start();

  const stop = async () => {
    await slack.stop();
    await Promise.all([cards.stop(), work.stop(), ears.close()]);
    await engine.close();
    await Promise.all([db.destroy(), postgres.stop()]);
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

function drillOf({ CRASH_AT, ASK_AT_STEPS }: Settings): Drill | undefined {
  if (CRASH_AT !== undefined) return crashAt(CRASH_AT);
  return ASK_AT_STEPS === undefined ? undefined : askAtSteps(ASK_AT_STEPS);
}

main().catch((error: unknown) => {
  const { PORT: port = '4200', HOST: host = '127.0.0.1' } = process.env;
  console.error(explainFailedStart(error, { port, host }));
  process.exit(1);
});
