import { type PlatformLogin, Refused, Secret } from '@enablement/core';

const BY_LOGIN = ['NS_CLIENT_ID', 'NS_CLIENT_SECRET', 'NS_USERNAME', 'NS_PASSWORD'] as const;

/**
 * In whose name it is called: an API key, or an OAuth client and an account. From the environment alone, for what stands on a
 * command line is read by everybody on the machine.
 */
export function loginOf(portalUrl: string, env: NodeJS.ProcessEnv): PlatformLogin {
  if (env.NS_API_KEY) return { portalUrl, credential: { apiKey: new Secret(env.NS_API_KEY) } };
  const missing = BY_LOGIN.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new Refused(
      `There is no credential for ${new URL(portalUrl).host}: neither NS_API_KEY nor ${missing.join(', ')} is set.`,
      'Set NS_API_KEY to an API key (nss_…, nsr_…, nsd_…), or all four of NS_CLIENT_ID, NS_CLIENT_SECRET, NS_USERNAME and NS_PASSWORD.',
    );
  const [clientId = '', clientSecret = '', username = '', password = ''] = BY_LOGIN.map((name) => env[name]);
  return {
    portalUrl,
    credential: { clientId, clientSecret: new Secret(clientSecret), username, password: new Secret(password) },
  };
}
