import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import {
  admitInstalled,
  createPhoneSignIn,
  createQuickDialBooks,
  createSignIn,
  createTurns,
  deeds,
  minutes,
  seconds,
} from '@enablement/core';
import { readEnabled, readEnvironments } from '@enablement/gateways/environments';
import { createNet, explainFailedStart, serve } from '@enablement/gateways/net';
import { createPhoneDirectory, createPhonePlatform } from '@enablement/gateways/netsapiens';
import {
  createAudit,
  createDeliveries,
  createPhoneBooks,
  createPhoneInstallations,
  createPhoneLogins,
  createPhoneTries,
  ENABLEMENT_CHANGED,
  listen,
  migrate,
  openDatabase,
  PHONE_CHANGED,
  providePostgres,
} from '@enablement/gateways/postgres';
import { createPasswords, createVault, loadSecretsKey } from '@enablement/gateways/vault';
import { readConfiguration } from './configuration.ts';
import { createEnvironments } from './environments.ts';
import { globalXml } from './global/global-xml.ts';
import { readChange } from './phone-change.ts';
import { describePortal, PORTAL_SETTINGS, USAGE } from './portal.ts';
import { createProvisioning } from './provisioning.ts';
import { readTemplates } from './templates.ts';

/** Phones wait meanwhile. */
const UPSTREAM_PATIENCE = seconds(8);
/** How long a phone that is known waits for a slow NetSapiens before it gets its last answer. */
const PATIENCE = seconds(3);
const REMEMBERED = 150_000;
const REFRESH = minutes(1);
const SWEEP = minutes(10);

// V8 lets the space for new objects grow to 96 MB, and the heap to several times what is alive in it: after a hundred thousand users
// more than half of it was what their first sign-ins had left behind. Memory is what a host has less of than time here.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=20');

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { DATA_DIR, DATABASE_URL, ENVIRONMENTS, PHONES_URL, HASH_MEMORY } = configuration;
  const declared = ENVIRONMENTS === undefined ? [] : (await readEnvironments(ENVIRONMENTS, process.env)).environments;
  const templates = await readTemplates(configuration.PHONE_TEMPLATES);
  const key = await loadSecretsKey({ env: process.env, dataDir: DATA_DIR });
  const postgres = await providePostgres(DATABASE_URL, path.join(DATA_DIR, 'postgres'));
  const db = openDatabase(postgres.url);
  await migrate(db);

  const clock = { now: () => new Date() };
  const tell = (line: string) => console.log(line);
  const net = createNet({ allowPrivateHosts: configuration.ALLOW_PRIVATE_HOSTS, timeout: UPSTREAM_PATIENCE });
  const directory = createPhoneDirectory({ fetch: net.fetch, clock });
  const installations = createPhoneInstallations({ db, key, clock });
  const platform = admitInstalled(createPhonePlatform({ fetch: net.fetch, clock }), { directory, installations });
  const vault = createVault({ db, key });
  const environments = createEnvironments(declared, () => readEnabled(db, vault, tell));
  await environments.refresh();
  const tries = createPhoneTries({ db, key, clock });
  const passwords = createPasswords(key, { memory: HASH_MEMORY, passes: 2 });
  const signIn = createSignIn(
    {
      platform,
      logins: createPhoneLogins({ db, key }),
      tries,
      passwords,
      clock,
      tell,
      sleep: (limit) => sleep(limit, undefined, { ref: false }),
    },
    {
      believed: configuration.BELIEVED_SECONDS,
      lastGood: configuration.LAST_GOOD_HOURS,
      reread: configuration.REREAD_SECONDS,
      atOnce: configuration.UPSTREAM_AT_ONCE,
      patience: PATIENCE,
      remembered: REMEMBERED,
    },
  );
  const phoneSignIn = createPhoneSignIn({ signIn, installations, directory, tries, tell });
  const books = createQuickDialBooks(
    {
      platform,
      books: createPhoneBooks(db),
      clock,
      turns: createTurns(configuration.UPSTREAM_AT_ONCE),
      tell,
      write: globalXml,
      tag: (text) => createHash('sha256').update(text).digest('base64url').slice(0, 22),
    },
    { every: configuration.CONTACTS_MINUTES, remembered: REMEMBERED },
  );

  const refresh = () =>
    void environments.refresh().catch((error: Error) => tell(`environments could not be read again: ${error.message}`));
  const ears = listen(postgres.url, [ENABLEMENT_CHANGED, PHONE_CHANGED], (channel, said) => {
    if (channel === ENABLEMENT_CHANGED) return refresh();
    const changed = readChange(said);
    if (changed === undefined) signIn.deaf();
    else signIn.changed(changed, changed.version);
  });
  const timers = [setInterval(refresh, REFRESH), setInterval(() => void tries.sweep().catch(() => undefined), SWEEP)];

  const app = createProvisioning(
    { environments, templates, signIn: phoneSignIn, books, deliveries: createDeliveries(db), phonesUrl: PHONES_URL, tell },
    {
      healthy: () => db.selectNoFrom((select) => select.lit(1).as('one')).execute(),
      trustProxy: configuration.TRUST_PROXY,
    },
  );
  const served = await serve(app, { port: configuration.PORT, host: configuration.HOST });
  await createAudit(db).record(deeds.programStarted('provisioning', { phonesUrl: PHONES_URL, node: process.version }));
  if (environments.size === 0) tell('no environment is enabled yet, and ENVIRONMENTS names no file: no phone can sign in');
  console.log(`provisioning listening on ${served.url}`);

  const stop = async () => {
    for (const timer of timers) clearInterval(timer);
    await served.close();
    // Only for a database that does not answer: its queries would be waited for.
    setTimeout(() => process.exit(0), seconds(0.3)).unref();
    await Promise.all([ears.close(), db.destroy(), net.close(), postgres.stop()]);
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

const [word, ...rest] = process.argv.slice(2);
if (word === PORTAL_SETTINGS) {
  await describePortal(rest, process.env).then(
    (text) => console.log(text),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 2;
    },
  );
} else if (word !== undefined) {
  console.error(`“${word}” is not something this program does.\n${USAGE}`);
  process.exitCode = 2;
} else {
  await main().catch((error: unknown) => {
    const { PORT: port = '4500', HOST: host = '127.0.0.1' } = process.env;
    console.error(explainFailedStart(error, { port, host }));
    process.exit(1);
  });
}
