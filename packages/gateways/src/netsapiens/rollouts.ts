import { type PlatformLogin, Refused, type RolloutPlatform, SERVICE_ACCOUNT } from '@enablement/core';
import { createClients, type NetsapiensClient, type NetsapiensOptions } from './client.ts';
import { credentialOf } from './credential-of.ts';
import { readSubscriptions } from './subscriptions.ts';

const USER = '/domains/{domain}/users/{user}';
const user = SERVICE_ACCOUNT;

/** Many domains of NetSapiens. Looking opens a client that only reads. */
export function createRolloutPlatform(options: NetsapiensOptions): RolloutPlatform {
  const open = createClients(options);
  const client = (login: PlatformLogin, mayWrite: boolean): NetsapiensClient =>
    open({ portalUrl: login.portalUrl, mayWrite, credential: credentialOf(login) });
  return {
    async domains(login) {
      const seen: { domain: string; reseller?: string }[] = [];
      for await (const { domain, reseller } of client(login, false).list('/domains', {}))
        seen.push({ domain: String(domain).toLowerCase(), ...(typeof reseller === 'string' ? { reseller } : {}) });
      return seen;
    },
    subscribed: async (login, messagingHost) =>
      await readSubscriptions(client(login, false), { messagingHost, clock: options.clock }),
    async serviceAccount(login, domain) {
      const shown = await client(login, false).get(USER, { domain, user });
      return shown === undefined ? undefined : String(shown['user-scope'] ?? '').trim();
    },
    async makeServiceAccount(login, domain) {
      const platform = client(login, true);
      const look = () => platform.get(USER, { domain, user });
      const { outcome, shown } = await platform.create('/domains/{domain}/users', { domain }, bodyFor(domain), { look });
      if (outcome === 'created') return 'created';
      const scope = String(shown['user-scope'] ?? '').trim();
      if (scope === 'Office Manager') return 'already there';
      throw new Refused(
        `There is a user ${user} in ${domain} already, with scope ${scope}.`,
        'Give it the scope Office Manager, or name another account for this domain.',
      );
    },
  };
}

/**
 * The service-account recipe of an operator: no device, may dial nobody, and hidden in the portals as users whose service code begins
 * with `system-` are.
 */
const bodyFor = (domain: string) => ({
  user,
  'name-first-name': 'Cloud Softphone',
  'name-last-name': 'Messaging',
  'email-address': `${user}@${domain}`,
  'login-username': `${user}@${domain}`,
  'user-scope': 'Office Manager' as const,
  'dial-policy': 'Deny All',
  'service-code': 'system-cloud-softphone',
  'voicemail-enabled': 'no' as const,
  'directory-name-visible-in-list-enabled': 'no' as const,
});
