import { isAddressLiteral } from '../../enablement/fields.ts';
import type { Environment } from '../../environments/environment.ts';
import type { Inspection, KeySeen } from '../../ports/inspection.ts';
import type { MessagingInspection, MessagingKeyAnswer } from '../../ports/messaging-inspection.ts';
import type { Platform, PortalAnswer } from '../../ports/platform.ts';
import type {
  Addresses,
  HttpsAnswer,
  Look,
  Probes,
  ServiceRecord,
  SipAnswer,
  SipServices,
  SipTransport,
  TlsAnswer,
} from '../../ports/probes.ts';
import { type Looks, Unseen, type Vantage } from '../observation.ts';
import type { LogIns } from './log-ins.ts';

export interface Services extends SipServices {
  /** Hosts in these records that lead nowhere, or into a private range. */
  readonly dead: readonly string[];
}

export type ClientSeen = 'accepted' | 'refused' | 'unclear';

/** What is seen of a NetSapiens environment and of Acrobits' side of it. */
export interface EnvironmentSeen {
  readonly portalAddress: Addresses;
  readonly portalTls: TlsAnswer;
  readonly portalAnswer: HttpsAnswer;
  readonly version: PortalAnswer;
  readonly client: ClientSeen;
  readonly key: KeySeen;
  readonly coreAddress: Addresses;
  readonly coreServices: Services;
  readonly udp: SipAnswer;
  readonly tcp: SipAnswer;
  readonly tls: SipAnswer;
  readonly messagingAddress: Addresses;
  readonly messagingTls: TlsAnswer;
  readonly messagingKey: MessagingKeyAnswer;
  readonly contactMail: boolean;
}

export interface EnvironmentLookPorts {
  readonly probes: Probes;
  readonly platform: Pick<Platform, 'portal'>;
  readonly inspection: Inspection;
  /** Without it Acrobits is not asked. */
  readonly messagingInspection?: MessagingInspection;
}

type At = Vantage<EnvironmentSeen>;
const nowhere = (what: string) => new Unseen(`The name of ${what} leads nowhere that can be called.`);

/** Changes nothing, anywhere. */
export function lookAtEnvironment(environment: Environment, ports: EnvironmentLookPorts, logIns: LogIns): Looks<EnvironmentSeen> {
  const { probes } = ports;
  return {
    ...portalLooks(environment, ports, logIns),
    ...coreLooks(environment, probes),
    ...messagingLooks(environment, ports),
    contactMail: async (at) => {
      const domain = environment.csp?.contactEmail.split('@')[1];
      if (!domain) throw new Unseen('No e-mail address of a contact was given.');
      return probes.takesMail(domain, at);
    },
  };
}

function portalLooks(environment: Environment, { probes, platform, inspection }: EnvironmentLookPorts, logIns: LogIns) {
  const { portalUrl } = environment;
  const { hostname, port } = new URL(portalUrl);
  const isApi = async (at: At) => {
    if ((await at.need('version')).answer === 'not an API host') throw new Unseen('The NetSapiens API was not found there.');
  };
  return {
    portalAddress: (at: At) => probes.addresses(hostname, at),
    portalTls: async (at: At) => {
      if ((await at.need('portalAddress')).found !== 'public') throw nowhere('the portal');
      return probes.tls(hostname, Number(port || 443), at);
    },
    portalAnswer: async (at: At) => {
      if ((await at.need('portalTls')).handshake !== 'done') throw new Unseen('The portal did not answer with TLS.');
      return probes.https(`${portalUrl}/ns-api/v2/version`, at);
    },
    version: async (at: At) => {
      const { redirectsTo } = await at.need('portalAnswer');
      if (redirectsTo !== undefined && redirectsTo !== portalUrl)
        throw new Unseen('The portal sends whoever calls it to another host.');
      return platform.portal(portalUrl);
    },
    client: async (at: At): Promise<ClientSeen> => {
      await isApi(at);
      return (await logIns.client()) ?? inspection.client(environment);
    },
    key: async (at: At) => {
      await isApi(at);
      const key = logIns.key();
      if (key === undefined) throw new Unseen('No NetSapiens API key was given.');
      return key;
    },
  };
}

function coreLooks({ coreHost, corePort, coreTlsPort }: Environment, probes: Probes) {
  const sip = (transport: SipTransport, of: 'udp' | 'tcp' | 'tls') => async (at: At) => {
    if ((await at.need('coreAddress')).found !== 'public') throw nowhere('the core');
    const services = await at.other('coreServices');
    const [record] = services.known ? services.value[of] : [];
    const declared = transport === 'TLS' ? coreTlsPort : corePort;
    const { host, port } = targetOf(coreHost, declared, record, transport === 'TLS' ? 5061 : 5060);
    return probes.sip({ host, port, transport }, at);
  };
  return {
    coreAddress: (at: At) => probes.addresses(coreHost, at),
    coreServices: async (at: At): Promise<Services> => {
      if (isAddressLiteral(coreHost)) throw new Unseen('The core is given as an address, which has no such records.');
      const found = await probes.services(coreHost, at);
      const hosts = [...new Set([found.udp, found.tcp, found.tls].flat().map(({ host }) => host))].filter((host) => host !== '');
      return { ...found, dead: await deadAmong(hosts, probes, at) };
    },
    udp: sip('UDP', 'udp'),
    tcp: sip('TCP', 'tcp'),
    tls: sip('TLS', 'tls'),
  };
}

/** A port that was declared counts for the host itself; after that DNS says (RFC 3263), and the usual ones last. */
function targetOf(host: string, declared: number | undefined, record: ServiceRecord | undefined, usual: number) {
  if (declared !== undefined) return { host, port: declared };
  if (record === undefined) return { host, port: usual };
  // RFC 2782: the root as a target says that the service is decidedly not offered.
  if (record.host === '' || record.host === '.') throw new Unseen('DNS says that this way is not offered.');
  return { host: record.host, port: record.port };
}

async function deadAmong(hosts: readonly string[], probes: Probes, look: Look): Promise<readonly string[]> {
  const judged = await Promise.all(hosts.map(async (host) => ({ host, found: (await probes.addresses(host, look)).found })));
  return judged.flatMap(({ host, found }) => (found === 'public' ? [] : [host]));
}

function messagingLooks({ cloudId, messaging }: Environment, { probes, messagingInspection }: EnvironmentLookPorts) {
  const given = () => {
    if (messaging === undefined) throw new Unseen('No messaging server was given.');
    const { hostname, port } = new URL(`https://${messaging.host}`);
    return { ...messaging, hostname, port: Number(port || 443) };
  };
  return {
    messagingAddress: async (at: At) => probes.addresses(given().hostname, at),
    messagingTls: async (at: At) => {
      const { hostname, port } = given();
      if ((await at.need('messagingAddress')).found !== 'public') throw nowhere('the messaging server');
      return probes.tls(hostname, port, at);
    },
    messagingKey: async (at: At) => {
      const { host, apiKey } = given();
      const tls = await at.need('messagingTls');
      if (tls.handshake !== 'done' || tls.fault !== undefined)
        throw new Unseen('A secret is sent only to a server that proves who it is.');
      if (messagingInspection === undefined) throw new Unseen('Acrobits was not asked.');
      return messagingInspection.key(host, cloudId, apiKey);
    },
  };
}
