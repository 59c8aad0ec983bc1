import path from 'node:path';
import {
  deeds,
  enableCloudSoftphone,
  isEmpty,
  type Ports,
  Secret,
  seconds,
  synchronizeMessaging,
  writeToAcrobits,
} from '@enablement/core';
import { createMessaging } from '@enablement/gateways/acrobits';
import { createDbosEngine } from '@enablement/gateways/engine/dbos';
import { readAllowlist } from '@enablement/gateways/firewall';
import { createMail } from '@enablement/gateways/mail';
import { createNet, explainFailedStart } from '@enablement/gateways/net';
import { createInspection, createPlatform } from '@enablement/gateways/netsapiens';
import {
  createApprovals,
  createAudit,
  createAuditPages,
  createBoard,
  createCorrespondence,
  createDispatches,
  createFirewallMemory,
  createHomes,
  createInstallations,
  createLinks,
  createNames,
  createOverview,
  createPlainWorkspaces,
  createPresses,
  createRegister,
  createVendorContacts,
  DISPATCH_MADE,
  ENABLEMENT_CHANGED,
  type Installations,
  listen as listenToPostgres,
  migrate,
  openDatabase,
  providePostgres,
} from '@enablement/gateways/postgres';
import { createProbes, systemTimer } from '@enablement/gateways/probes';
import { createRunPages, createVault, deriveToken, loadSecretsKey, type SecretsKey } from '@enablement/gateways/vault';
import { Outboxes } from './cards/outboxes.ts';
import { showCards } from './cards/show-cards.ts';
import { readCommandNames } from './commands/book.ts';
import { customers } from './customers/customers.ts';
import { askAtSteps, crashAt, type Drill, practise } from './drill.ts';
import { HomeKeeper } from './home/home-keeper.ts';
import { hostOf, watchVendors } from './home/watch-vendors.ts';
import { consoleLog as log } from './log.ts';
import { roleBook } from './people/role-book.ts';
import { createPeople } from './people/slack-people.ts';
import { policyOf } from './policy.ts';
import { everySoOften, relay } from './relay.ts';
import { readSettings, type Settings } from './settings.ts';
import { createSlack } from './slack.ts';
import { deskOf } from './workspaces/desk-of.ts';
import { goOn } from './workspaces/go-on.ts';
import type { Installing } from './workspaces/installing.ts';
import { oneWorkspace, severalWorkspaces, type Workspaces } from './workspaces/workspaces.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const clock = { now: () => new Date() };
  const key = await loadSecretsKey({ env: process.env, dataDir: settings.DATA_DIR });
  const postgres = await providePostgres(settings.DATABASE_URL, path.join(settings.DATA_DIR, 'postgres'));
  const { url } = postgres;
  const db = openDatabase(url);
  await migrate(db);

  const book = roleBook(settings);
  if (isEmpty(book)) log.info('no roles are configured, so nobody may do anything: set ROLE_OPERATOR or ROLE_ADMIN');
  const names = createNames(db);
  const contacts = createVendorContacts({ db, clock });
  const net = createNet({ allowPrivateHosts: settings.ALLOW_PRIVATE_HOSTS });
  const vault = createVault({ db, key });
  const probes = createProbes({ clock, allowPrivateHosts: settings.ALLOW_PRIVATE_HOSTS });
  const installations = createInstallations({ db, key });
  const workspaces = workspacesOf(settings, installations);
  const people = createPeople({
    slackOf: workspaces.quickClientOf,
    book,
    several: workspaces.several,
    clock,
    fresh: seconds(settings.ROLES_CACHED_SECONDS),
    met: (person, name) => names.know(person, name),
    log,
  });
  const ports: Ports = {
    audit: createAudit(db),
    auditPages: createAuditPages({ db, key, clock }),
    register: createRegister({ db, vault, clock }),
    approvals: createApprovals({ db, clock }),
    correspondence: createCorrespondence({ db, clock }),
    links: createLinks({ db, vault, key, clock }),
    vault,
    inspection: createInspection({ fetch: net.fetch, clock }),
    probes,
    timer: systemTimer,
    ...watchVendors(
      {
        platform: createPlatform({ fetch: net.fetch, clock }),
        messaging: createMessaging({ fetch: net.fetch }),
        mail: createMail({ url: settings.SMTP_URL, from: settings.MAIL_FROM }),
      },
      { contacts, clock, mailHost: hostOf(settings.SMTP_URL) },
    ),
    network: net,
    people,
    clock,
    settings: {
      publicUrl: settings.PUBLIC_URL,
      acrobitsContact: settings.ACROBITS_CONTACT,
      allowPrivateHosts: settings.ALLOW_PRIVATE_HOSTS,
    },
    policy: policyOf(settings),
  };
  const board = createBoard({ db, clock });
  const presses = createPresses({ db, clock });

  const engine = await createDbosEngine({
    url,
    executorId: settings.EXECUTOR_ID,
    log: (_level, line) => log.info(`engine: ${line}`),
  });
  const outboxes = new Outboxes({ clientOf: workspaces.clientOf, plain: createPlainWorkspaces({ db, clock }), clock });
  const { register } = ports;
  const env = process.env;
  const provisioning = customers({ db, clock, fetch: net.fetch, settings, workspaces, outboxes, people, register, env });
  const workflows = [enableCloudSoftphone(ports), synchronizeMessaging(ports), writeToAcrobits(ports)] as const;
  const drill = drillOf(settings);
  const [enable, synchronize, write] = workflows;
  const practised = drill ? [practise(enable, drill), practise(synchronize, drill), practise(write, drill)] : workflows;
  await engine.serve([...practised, provisioning.workflow]);

  const firewall = { allowlist: await readAllowlist(settings.ALLOWLIST), probes, memory: createFirewallMemory(db), clock };
  const commands = readCommandNames(process.env);
  const home = new HomeKeeper({
    workspaces,
    people,
    homes: createHomes({ db, clock }),
    overview: createOverview(db),
    contacts,
    board,
    clock,
    command: commands.enableAcrobits,
  });
  const slack = createSlack({
    settings,
    commands,
    home,
    deskOf: deskOf(
      {
        ...ports,
        people,
        board,
        firewall,
        presses,
        runPages: createRunPages({ key, clock }),
        book,
        commands,
        customersOf: provisioning.desk,
      },
      workspaces,
    ),
    several: severalOf(settings, key, { installations, installed: (team, by) => goOn(ports.register, team, by) }),
    log,
  });
  const show = showCards({
    outboxes,
    bookOf: people.bookOf,
    db,
    board,
    presses,
    names,
    register: ports.register,
    clock,
    escalation: settings.ESCALATION_CHANNEL,
  });
  const cards = everySoOften(300, log, 'showing cards in Slack', show);
  const plans = everySoOften(500, log, 'showing plans in Slack', () => provisioning.cards.pass());
  const homes = everySoOften(seconds(1), log, 'showing Home in Slack', () => home.pass());
  const work = relay(createDispatches(db), engine, log);
  const ears = listenToPostgres(url, [DISPATCH_MADE, ENABLEMENT_CHANGED], (channel) => {
    if (channel === DISPATCH_MADE) return work.wake();
    cards.wake();
    home.changed();
  });
  await ports.audit.record(
    deeds.programStarted('bot', { executor: settings.EXECUTOR_ID, publicUrl: settings.PUBLIC_URL, node: process.version }),
  );
  await slack.start();

  const stop = async () => {
    await slack.stop();
    await Promise.all([cards.stop(), plans.stop(), homes.stop(), work.stop(), ears.close()]);
    await engine.close();
    await probes.close();
    await Promise.all([db.destroy(), postgres.stop()]);
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

function workspacesOf(settings: Settings, installations: Installations): Workspaces {
  const { SLACK_BOT_TOKEN: token } = settings;
  return token === undefined ? severalWorkspaces(settings, installations, log) : oneWorkspace(settings, token, log);
}

function severalOf(
  { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: secret }: Settings,
  key: SecretsKey,
  store: Pick<Installing, 'installations' | 'installed'>,
) {
  if (clientId === undefined || secret === undefined) return undefined;
  const stateSecret = new Secret(deriveToken(key, 'slack oauth state', clientId));
  return { clientId, clientSecret: new Secret(secret), stateSecret, ...store };
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
