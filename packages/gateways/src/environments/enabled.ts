import { type Environment, plainCloudId, type Vault } from '@enablement/core';
import { type Database, reaching } from '../postgres/connect.ts';

/** The environments that are enabled in the register, with their client secrets. A run whose secret cannot be opened is left out and told. */
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
  const environments: Environment[] = [];
  for (const { id, portal_url: portalUrl, core_host: coreHost, client_id: clientId, cloud_id: cloudId } of rows) {
    const clientSecret = await vault.open({ owner: id, field: 'client secret' }).catch((error: Error) => tell(error.message));
    if (!clientSecret) tell(`${cloudId}: there is no client secret of it, so its phones are not served.`);
    else {
      const netsapiensKey = await vault
        .open({ owner: id, field: 'NetSapiens API key' })
        .catch((error: Error) => void tell(error.message));
      environments.push({ cloudId: plainCloudId(cloudId ?? ''), portalUrl, coreHost, clientId, clientSecret, netsapiensKey });
    }
  }
  return environments;
}
