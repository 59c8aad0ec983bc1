import { type Environment, Refused, type Rollout, type RolloutAccess, type Secret } from '@enablement/core';
import { readEnvironments } from '@enablement/gateways/environments';
import { loginOf } from '@enablement/gateways/netsapiens/customers';
import { createRegister, type Database, hasAudit } from '@enablement/gateways/postgres';
import { createVault, loadSecretsKey, type SealingVault } from '@enablement/gateways/vault';

/** Where messaging of a platform goes. */
export interface Target {
  readonly cloudId: string;
  readonly messagingHost: string;
  /** In the register, when it was enabled there. */
  readonly enablement?: string | undefined;
}

const clock = { now: () => new Date() };

export async function registerOf(db: Database) {
  const key = await loadSecretsKey({ env: process.env, dataDir: process.env.DATA_DIR ?? '.data' });
  const vault: SealingVault = createVault({ db, key });
  return { vault, key, clock, register: createRegister({ db, vault, clock }) };
}

/** The environment of a platform that is enabled: one that a file declares (`ENVIRONMENTS`), or one of the register. */
export async function targetOf(portalUrl: string, db: () => Promise<Database | undefined>): Promise<Target> {
  const declared = await declaredAt((one) => one.portalUrl === portalUrl);
  if (declared?.messaging !== undefined) return { cloudId: declared.cloudId, messagingHost: declared.messaging.host };
  const database = await db();
  if (database !== undefined && (await hasAudit(database))) {
    const enabled = await (await registerOf(database)).register.list({ status: 'enabled' });
    const found = enabled.find(({ prerequisites }) => prerequisites.portalUrl === portalUrl);
    if (found?.answer !== undefined) return { ...found.answer, enablement: found.id };
  }
  throw new Refused(
    `Cloud Softphone is not enabled for ${new URL(portalUrl).host}, so Acrobits would not know its domains.`,
    'Enable it first (/enable-acrobits in Slack), or declare it with messagingHost and apiKey in a file and set ENVIRONMENTS to it.',
  );
}

async function declaredAt(fits: (environment: Environment) => boolean): Promise<Environment | undefined> {
  const file = process.env.ENVIRONMENTS;
  return file ? (await readEnvironments(file, process.env)).environments.find(fits) : undefined;
}

/** In whose name a roll-out calls. Throws `Refused` with what is missing. */
export async function accessTo({ portalUrl, cloudId, enablement }: Rollout, db: Database): Promise<RolloutAccess> {
  const login = loginOf(portalUrl, process.env);
  if (enablement === undefined) {
    const declared = await declaredAt((one) => one.cloudId === cloudId && one.portalUrl === portalUrl);
    if (declared?.messaging === undefined)
      throw new Refused(`${cloudId} is not declared any more.`, 'Set ENVIRONMENTS to the file that declares it.');
    const { clientId, clientSecret, messaging } = declared;
    return { login, apiKey: messaging.apiKey, access: { portalUrl, clientId, clientSecret } };
  }
  const { register, vault } = await registerOf(db);
  const environment = await register.get(enablement);
  const clientSecret = present(await vault.open({ owner: enablement, field: 'client secret' }), 'The OAuth client secret');
  const apiKey = present(await vault.open({ owner: enablement, field: 'API key' }), 'The cloudId API key');
  const clientId = environment?.prerequisites.clientId ?? '';
  return { login, apiKey, access: { portalUrl, clientId, clientSecret } };
}

function present(secret: Secret | undefined, what: string): Secret {
  if (secret !== undefined) return secret;
  throw new Refused(
    `${what} of this environment is not here any more.`,
    'Enter it on the environment’s card in Slack, then go on.',
  );
}
