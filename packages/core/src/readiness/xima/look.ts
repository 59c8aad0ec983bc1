import type { XimaTarget } from '../../environments/environment.ts';
import type { DomainSeen, Inspection, LogInSeen, NumberSeen, UsersSeen } from '../../ports/inspection.ts';
import type { Platform, PortalAnswer } from '../../ports/platform.ts';
import type { Addresses, Probes, SipAnswer } from '../../ports/probes.ts';
import { type Looks, Unseen } from '../observation.ts';

/** What is seen of a NetSapiens domain with the values that Xima gets. */
export interface XimaSeen {
  readonly apiAddresses: Addresses;
  readonly api: PortalAnswer;
  readonly logIn: LogInSeen;
  /** Asked only when a log-in was refused without saying whether the client was wrong or the user. */
  readonly client: 'accepted' | 'refused' | 'unclear';
  readonly domain: DomainSeen;
  readonly users: UsersSeen;
  readonly number: NumberSeen | undefined;
  readonly proxyAddresses: Addresses;
  readonly udp: SipAnswer;
  readonly tcp: SipAnswer;
  /** Other applications that use the same OAuth client. */
  readonly sharedWith: readonly string[];
}

export interface XimaLookPorts {
  readonly probes: Pick<Probes, 'addresses' | 'sip'>;
  readonly inspection: Pick<Inspection, 'client' | 'logIn' | 'open'>;
  readonly platform: Pick<Platform, 'portal'>;
}

/** An OAuth client that is known to be somebody else's. */
export interface KnownClient {
  /** As the rest of a sentence: `Acrobits Cloud Softphone (NSACME)`. */
  readonly application: string;
  readonly portalUrl: string;
  readonly clientId: string;
}

/** Changes nothing: it logs in, reads, and asks the proxy for its options. */
export function lookForXima(
  target: XimaTarget,
  { probes, inspection, platform }: XimaLookPorts,
  known: readonly KnownClient[],
): Looks<XimaSeen> {
  const { domain, sipProxyServerHost: host, sipProxyServerPort: port, apiUrl, apiUsername, apiPassword } = target;
  const access = { portalUrl: apiUrl, clientId: target.apiClientId, clientSecret: target.apiClientSecret };
  const username = apiUsername.includes('@') ? apiUsername : `${apiUsername}@${domain}`;
  const inspector = () => inspection.open(apiUrl, { client: access, username, password: apiPassword });
  return {
    apiAddresses: (at) => probes.addresses(new URL(apiUrl).hostname, at),
    api: async (at) => {
      if ((await at.need('apiAddresses')).found !== 'public') throw new Unseen('The address of the API leads nowhere.');
      return platform.portal(apiUrl);
    },
    logIn: async (at) => {
      if ((await at.need('api')).answer === 'not an API host') throw new Unseen('There is no API at that address to log in to.');
      return inspection.logIn(access, username, apiPassword);
    },
    client: async (at) => {
      const logIn = await at.need('logIn');
      if (logIn.loggedIn || logIn.why !== 'wrong password')
        return logIn.loggedIn || logIn.why !== 'wrong client' ? 'accepted' : 'refused';
      return inspection.client(access);
    },
    domain: async (at) => {
      const logIn = await at.need('logIn');
      if (!logIn.loggedIn) throw new Unseen('Nobody is logged in who could see the domain.');
      if (logIn.domain?.toLowerCase() === domain.toLowerCase()) return { visible: true };
      return inspector().domain(domain);
    },
    users: async (at) => {
      await seesDomain(at);
      return inspector().users(domain);
    },
    number: async (at) => {
      await seesDomain(at);
      return inspector().phoneNumber(domain, target.did);
    },
    proxyAddresses: (at) => probes.addresses(host, at),
    udp: async (at) => {
      await proxyLeads(at);
      return probes.sip({ host, port, transport: 'UDP' }, at);
    },
    tcp: async (at) => {
      await proxyLeads(at);
      return probes.sip({ host, port, transport: 'TCP' }, at);
    },
    sharedWith: async () =>
      known
        .filter(({ portalUrl, clientId }) => portalUrl === apiUrl && clientId === target.apiClientId)
        .map(({ application }) => application),
  };
}

type At = Parameters<Looks<XimaSeen>['users']>[0];

async function seesDomain(at: At): Promise<void> {
  if (!(await at.need('domain')).visible) throw new Unseen('The domain could not be seen, so nothing in it could.');
}

async function proxyLeads(at: At): Promise<void> {
  if ((await at.need('proxyAddresses')).found !== 'public') throw new Unseen('The SIP proxy’s name leads nowhere.');
}
