import path from 'node:path';
import {
  checkForXima,
  type DriftPorts,
  days,
  deeds,
  enableCloudSoftphone,
  isEmpty,
  type Json,
  mergeEnvironments,
  type Ports,
  Secret,
  seconds,
  synchronizeMessaging,
  type Workflow,
  writeToAcrobits,
} from '@enablement/core';
import { createMessaging, createMessagingInspection } from '@enablement/gateways/acrobits';
import { createDbosEngine } from '@enablement/gateways/engine/dbos';
import { readEnabled, readEnvironments, readTemplates } from '@enablement/gateways/environments';
import { readAllowlist } from '@enablement/gateways/firewall';
import { createMail } from '@enablement/gateways/mail';
import { createNet, explainFailedStart } from '@enablement/gateways/net';
import { createInspection, createPhoneDirectory, createPlatform } from '@enablement/gateways/netsapiens';
import {
  createApprovals,
  createAudit,
  createAuditPages,
  createBoard,
  createCorrespondence,
  createDispatches,
  createDrifts,
  createFirewallMemory,
  createHomes,
  createInstallations,
  createLinks,
  createNames,
  createOverview,
  createPhoneInstallations,
  createPlainWorkspaces,
  createPosts,
  createPresses,
  createReadinessReports,
  createRegister,
  createSignInPages,
  createVendorContacts,
  createXimaRegister,
  DISPATCH_MADE,
  ENABLEMENT_CHANGED,
  type Installations,
  listen as listenToPostgres,
  migrate,
  openDatabase,
  POST_CHANGED,
  providePostgres,
} from '@enablement/gateways/postgres';
import { createProbes, systemTimer } from '@enablement/gateways/probes';
import {
  createRunPages,
  createSignedPages,
  createVault,
  deriveToken,
  loadSecretsKey,
  type SecretsKey,
} from '@enablement/gateways/vault';
import { Outboxes } from './cards/outboxes.ts';
import { showCards } from './cards/show-cards.ts';
import { readCommandNames } from './commands/book.ts';
import { customers } from './customers/customers.ts';
import { watchDrift } from './drift/watch.ts';
import { askAtSteps, crashAt, type Drill, practise } from './drill.ts';
import { HomeKeeper } from './home/home-keeper.ts';
import { hostOf, watchVendors } from './home/watch-vendors.ts';
import { consoleLog as log } from './log.ts';
import { roleBook } from './people/role-book.ts';
import { createPeople } from './people/slack-people.ts';
import { policyOf } from './policy.ts';
import { drawPost } from './posts/draw.ts';
import { PostProjector } from './posts/projector.ts';
import { everySoOften, relay } from './relay.ts';
import { checkNow } from './reports/check-now.ts';
import { readSettings, type Settings } from './settings.ts';
import { createSlack } from './slack.ts';
import { deskOf } from './workspaces/desk-of.ts';
import { goOn } from './workspaces/go-on.ts';
import type { Installing } from './workspaces/installing.ts';
import { oneWorkspace, severalWorkspaces, type Workspaces } from './workspaces/workspaces.ts';

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
    signInPages: createSignInPages({ db, key, clock }),
    phoneInstallations: createPhoneInstallations({ db, key, clock }),
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
  const drifts = createDrifts({ db, clock, random: Math.random });
  const reports = createReadinessReports(db);
  const xima = createXimaRegister({ db, key, clock });
  const allowlist = await readAllowlist(settings.ALLOWLIST);
  const looking: DriftPorts = {
    ...ports,
    xima,
    drifts,
    messagingInspection: createMessagingInspection({ fetch: net.fetch }),
    declared: await declaredIn(settings),
    random: Math.random,
    allowlistReadAt: allowlist.readAt,
  };

  const engine = await createDbosEngine({
    url,
    executorId: settings.EXECUTOR_ID,
    log: (_level, line) => log.info(`engine: ${line}`),
  });
  const outboxes = new Outboxes({ clientOf: workspaces.clientOf, plain: createPlainWorkspaces({ db, clock }), clock });
  const { register } = ports;
  const env = process.env;
  const provisioning = customers({ db, clock, fetch: net.fetch, settings, workspaces, outboxes, people, register, env });
  const drill = drillOf(settings);
  const drilled = <I extends Json>(workflow: Workflow<I>) => (drill ? practise(workflow, drill) : workflow);
  await engine.serve([
    drilled(enableCloudSoftphone(ports)),
    drilled(synchronizeMessaging(ports)),
    drilled(writeToAcrobits(ports)),
    drilled(checkForXima(looking)),
    provisioning.workflow,
  ]);

  const firewall = { allowlist, probes, memory: createFirewallMemory(db), clock };
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
        xima,
        drifts,
        runPages: createRunPages({ key, clock }),
        reportPages: createSignedPages({ key, clock, purpose: 'report page', open: days(7) }),
        checkNow: (id) => checkNow(looking, reports, id),
        book,
        commands,
        environments: async () => [...mergeEnvironments(declared, await readEnabled(db, vault, log.info)).values()],
        phoneDirectory: createPhoneDirectory({ fetch: net.fetch, clock }),
        phones: { address: PHONES_URL, templates },
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
  const posts = new PostProjector({
    outboxes,
    posts: createPosts({ db, clock }),
    draw: drawPost({ xima, drifts, register: ports.register, reports }),
    clock,
  });
  const postings = everySoOften(300, log, 'showing posts in Slack', () => posts.pass());
  const watch = watchDrift(settings, log, looking);
  const cards = everySoOften(300, log, 'showing cards in Slack', show);
  const plans = everySoOften(500, log, 'showing plans in Slack', () => provisioning.cards.pass());
  const homes = everySoOften(seconds(1), log, 'showing Home in Slack', () => home.pass());
  const work = relay(createDispatches(db), engine, log);
  const ears = listenToPostgres(url, [DISPATCH_MADE, ENABLEMENT_CHANGED, POST_CHANGED], (channel) => {
    if (channel === DISPATCH_MADE) return work.wake();
    if (channel === POST_CHANGED) return postings.wake();
    cards.wake();
    home.changed();
  });
  await ports.audit.record(
    deeds.programStarted('bot', { executor: settings.EXECUTOR_ID, publicUrl: settings.PUBLIC_URL, node: process.version }),
  );
  await slack.start();

  const stop = async () => {
    await slack.stop();
    await Promise.all([cards.stop(), postings.stop(), plans.stop(), watch?.stop(), homes.stop(), work.stop(), ears.close()]);
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

const declaredIn = async ({ ENVIRONMENTS }: Settings) =>
  ENVIRONMENTS === undefined ? [] : (await readEnvironments(ENVIRONMENTS, process.env)).environments;

function drillOf({ CRASH_AT, ASK_AT_STEPS }: Settings): Drill | undefined {
  if (CRASH_AT !== undefined) return crashAt(CRASH_AT);
  return ASK_AT_STEPS === undefined ? undefined : askAtSteps(ASK_AT_STEPS);
}

main().catch((error: unknown) => {
  const { PORT: port = '4200', HOST: host = '127.0.0.1' } = process.env;
  console.error(explainFailedStart(error, { port, host }));
  process.exit(1);
});
