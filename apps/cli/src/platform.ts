import { portalUrl as PortalUrl } from '@enablement/core';

/** Where the platform is: said on the command line or in the environment. Throws one sentence. */
export function portalOf(said: string | undefined, env: NodeJS.ProcessEnv): string {
  const given = said ?? env.NS_PORTAL_URL;
  if (!given) throw new Error('Which platform? Say --portal https://portal.northwind.example, or set NS_PORTAL_URL.');
  const read = PortalUrl.safeParse(given);
  if (read.success) return read.data;
  throw new Error(`${said === undefined ? 'NS_PORTAL_URL' : '--portal'}: ${read.error.issues[0]?.message}`);
}
