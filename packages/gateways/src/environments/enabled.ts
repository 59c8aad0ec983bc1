import { type Environment, plainCloudId, Refused, type Secret, type SecretField, type Vault } from '@enablement/core';
import { type Database, reaching } from '../postgres/connect.ts';

/**
 * The environments that are enabled in the register, with their client secrets. A run whose secret cannot be opened is left out and told.
 * Throws `Unreachable` when the database is away.
 */
export async function readEnabled(
  db: Database,
  vault: Pick<Vault, 'open'>,
  tell: (line: string) => void,
): Promise<readonly Environment[]> {
  const rows = await reaching(() =>
    db
      .selectFrom('enablements')
      .select(['id', 'portal_url', 'core_host', 'client_id', 'cloud_id'])
      .where('status', '=', 'enabled')
      .where('cloud_id', 'is not', null)
      .orderBy('requested_at')
      .execute(),
  );
  /** One that cannot be opened is a matter of that run. A database that is away is none: then nothing is known of any. */
  const open = async (owner: string, field: SecretField): Promise<Secret | undefined> => {
    try {
      return await vault.open({ owner, field });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tell(error.message);
      return undefined;
    }
  };
  const environments: Environment[] = [];
  for (const { id, portal_url: portalUrl, core_host: coreHost, client_id: clientId, cloud_id: cloudId } of rows) {
    const clientSecret = await open(id, 'client secret');
    if (clientSecret === undefined) tell(`${cloudId}: there is no client secret of it, so its phones are not served.`);
    else {
      const netsapiensKey = await open(id, 'NetSapiens API key');
      environments.push({ cloudId: plainCloudId(cloudId ?? ''), portalUrl, coreHost, clientId, clientSecret, netsapiensKey });
    }
  }
  return environments;
}
