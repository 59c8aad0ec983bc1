import path from 'node:path';
import { deeds, seconds } from '@enablement/core';
import { createNet, explainFailedStart } from '@enablement/gateways/net';
import {
  createAudit,
  createAuditPages,
  createLinks,
  createNames,
  createRegister,
  createRunReading,
  ENABLEMENT_CHANGED,
  listen,
  migrate,
  openDatabase,
  providePostgres,
} from '@enablement/gateways/postgres';
import { createRunPages, createVault, loadSecretsKey } from '@enablement/gateways/vault';
import { readConfiguration } from './configuration.ts';
import { createChanges } from './run/changes.ts';
import { serve } from './serve.ts';
import { createWeb } from './web.ts';

/** Somebody waits for the page meanwhile; the workflow looks the host up again with more patience. */
const DNS_PATIENCE = seconds(5);

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const { PORT, HOST, PUBLIC_URL, DATABASE_URL, DATA_DIR, ACROBITS_CONTACT, ALLOW_PRIVATE_HOSTS, TRUST_PROXY } = configuration;
  const key = await loadSecretsKey({ env: process.env, dataDir: DATA_DIR });
  const postgres = await providePostgres(DATABASE_URL, path.join(DATA_DIR, 'postgres'));
  const db = openDatabase(postgres.url);
  await migrate(db);

  const clock = { now: () => new Date() };
  const net = createNet({ allowPrivateHosts: ALLOW_PRIVATE_HOSTS, timeout: DNS_PATIENCE });
  const vault = createVault({ db, key });
  const changes = createChanges();
  const ears = listen(postgres.url, [ENABLEMENT_CHANGED], changes.happened);
  const ports: Parameters<typeof createWeb>[0] = {
    audit: createAudit(db),
    auditPages: createAuditPages({ db, key, clock }),
    register: createRegister({ db, vault, clock }),
    links: createLinks({ db, vault, key, clock }),
    vault,
    runPages: createRunPages({ key, clock }),
    reading: createRunReading(db),
    names: createNames(db),
    changes,
    network: net,
    clock,
    settings: { publicUrl: PUBLIC_URL, acrobitsContact: ACROBITS_CONTACT, allowPrivateHosts: ALLOW_PRIVATE_HOSTS },
  };
  const healthy = () => db.selectNoFrom((select) => select.lit(1).as('one')).execute();
  const served = await serve(createWeb(ports, { healthy, trustProxy: TRUST_PROXY }), { port: PORT, host: HOST });
  await ports.audit.record(deeds.programStarted('web', { publicUrl: PUBLIC_URL, node: process.version }));
  console.log(`web listening on ${served.url}`);

  const stop = async () => {
    await served.close();
    // Only for a database that does not answer: its queries would be waited for.
    setTimeout(() => process.exit(0), seconds(0.3)).unref();
    await Promise.all([ears.close(), db.destroy(), net.close(), postgres.stop()]);
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  const { PORT: port = '4300', HOST: host = '127.0.0.1' } = process.env;
  console.error(explainFailedStart(error, { port, host }));
  process.exit(1);
});
