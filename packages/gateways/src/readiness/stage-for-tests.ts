import type { ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import {
  type Environment,
  type Finding,
  milliseconds,
  type Report,
  reportOnEnvironment,
  Secret,
  type ServiceRecord,
  type Status,
} from '@enablement/core';
import { generate } from 'selfsigned';
import { createMessagingInspection } from '../acrobits/index.ts';
import { createNet } from '../net/index.ts';
import type { Resolver } from '../net/resolver.ts';
import { listen } from '../net/servers-for-tests.ts';
import { createInspection, createPlatform } from '../netsapiens/index.ts';
import { createProbes, systemTimer } from '../probes/index.ts';
import { answerTo, tcpServer, tlsServer, udpServer } from '../probes/servers-for-tests.ts';
import { answerAsNetsapiens, type Platform, STANDARD } from './platform-for-tests.ts';

/** Everything an environment is made of, on loopback, and what a test may have go wrong with it. */
export interface Circumstances {
  /** Values that were given. */
  readonly given?: Partial<Environment>;
  readonly platform?: Partial<Platform>;
  readonly certificate?: { readonly name?: string; readonly days?: number; readonly trusted?: boolean };
  readonly tls?: { readonly minVersion: 'TLSv1.1'; readonly maxVersion: 'TLSv1.1' };
  readonly messagingCertificate?: Circumstances['certificate'];
  readonly messagingTls?: Circumstances['tls'];
  /** The key of the cloudId, as given. */
  readonly apiKey?: string;
  /** What Acrobits answers to a key; 422: looks at the body first. */
  readonly messaging?: (key: string | undefined, response: ServerResponse, cloudId: string) => void;
  readonly sip?: {
    readonly udp?: SipManner;
    readonly tcp?: SipManner;
    readonly tls?: SipManner;
    readonly delay?: number;
    readonly certificateName?: string;
  };
  readonly resolver?: Resolver;
  readonly services?: readonly ServiceRecord[] | 'silent';
  readonly mx?: readonly string[] | 'silent';
  readonly clock?: { now(): Date };
}

/** A status; or `silent`: accepts and says nothing; or `noise`: something that is no SIP. */
type SipManner = number | 'silent' | 'noise';

const PORTAL = 'portal.northwind.example';
const CORE = 'core1.northwind.example';
const MESSAGING = 'api-us.messaging.example';
export const API_KEY = 'canary-cloud-api-key';

const made = new Map<string, ReturnType<typeof makeCertificate>>();
/** Keys take a while to make. */
const certificateOf = (names: readonly string[], days: number) => {
  const key = `${names} ${days}`;
  const known = made.get(key) ?? makeCertificate(names, days);
  made.set(key, known);
  return known;
};

async function makeCertificate(names: readonly string[], days: number) {
  const at = (n: number) => new Date(Date.now() + n * 86_400_000);
  const pems = await generate([{ name: 'commonName', value: `${names[0]} ${days}` }], {
    keySize: 2048,
    notBeforeDate: at(-30),
    notAfterDate: at(days),
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) }],
  });
  return { cert: pems.cert, key: pems.private };
}

/** Sets everything up, makes one report, and says what became of each check; those of a domain as `domain/<id>`. */
export async function stage(circumstances: Circumstances = {}): Promise<Staged> {
  const closers: (() => unknown)[] = [];
  const good = await certificateOf([PORTAL, CORE, MESSAGING], 90);
  const { certificate: { name = PORTAL, days = 90, trusted = true } = {} } = circumstances;
  const own = await certificateOf(name === PORTAL ? [PORTAL, CORE, MESSAGING] : [name], days);
  const platform = { ...STANDARD, ...circumstances.platform };
  const portal = createServer(
    { ...own, ...weak(circumstances.tls) },
    (request, response) => void answerAsNetsapiens(request, response, platform),
  );
  const { messagingCertificate: theirs = {} } = circumstances;
  const acrobits = await certificateOf([theirs.name ?? MESSAGING], theirs.days ?? 90);
  const messaging = createServer({ ...acrobits, ...weak(circumstances.messagingTls) }, (request, response) => {
    const cloudId = decodeURIComponent(/callbacks\/([^/]+)\/domains/.exec(request.url ?? '')?.[1] ?? '');
    const key = request.headers['x-ntspns-api-key'];
    request.resume();
    (circumstances.messaging ?? keyFirst)(typeof key === 'string' ? key : undefined, response, cloudId);
  });
  const [portalPort, messagingPort, sip] = await Promise.all([
    portOf(portal),
    portOf(messaging),
    startCore(circumstances.sip ?? {}),
  ]);

  const environment: Environment = {
    cloudId: 'NSACME',
    portalUrl: `https://${PORTAL}:${portalPort}`,
    coreHost: CORE,
    corePort: sip.port,
    coreTlsPort: sip.tlsPort,
    clientId: 'acrobits-softphone',
    clientSecret: new Secret('canary-client-secret'),
    messaging: { host: `${MESSAGING}:${messagingPort}`, apiKey: new Secret(circumstances.apiKey ?? API_KEY) },
    csp: {
      company: 'Northwind Telecom',
      contactName: 'Alex Example',
      contactEmail: 'ops@northwind.example',
      contactPhone: '+1 555 123 0100',
    },
    domains: [
      {
        domain: 'acme.example',
        officeManager: { login: 'integration-office-manager@acme.example', password: new Secret('canary-password') },
      },
    ],
    ...circumstances.given,
  };
  platform.subscriptions = platform.subscriptions.map((one) => ({
    ...one,
    'post-url': `https://${MESSAGING}:${messagingPort}${one['post-url']}`,
  }));

  const resolver: Resolver =
    circumstances.resolver ?? (async (host) => (host.endsWith('.example') && !host.includes('nowhere') ? ['127.0.0.1'] : []));
  const ca = trusted ? [good, own, acrobits].map(({ cert }) => cert).join('\n') : good.cert;
  const clock = circumstances.clock ?? { now: () => new Date() };
  const net = createNet({ allowPrivateHosts: true, resolver, ca, timeout: milliseconds(1_500) });
  const silent = () => new Promise<never>(() => {});
  const probes = createProbes({
    clock,
    allowPrivateHosts: true,
    resolver,
    ca,
    records: {
      srv: async () => (circumstances.services === 'silent' ? silent() : (circumstances.services ?? [])),
      mx: async () => (circumstances.mx === 'silent' ? silent() : (circumstances.mx ?? ['mail.northwind.example'])),
    },
  });
  closers.push(
    () => net.close(),
    () => probes.close(),
  );
  const once = { fetch: net.fetch, clock, sleep: async () => {} };
  try {
    const report = await reportOnEnvironment(environment, {
      clock,
      timer: systemTimer,
      limits: { look: milliseconds(2_500), report: milliseconds(5_000) },
      probes,
      platform: createPlatform(once),
      inspection: createInspection(once),
      messagingInspection: createMessagingInspection({ fetch: net.fetch }),
    });
    return staged(report);
  } finally {
    for (const close of closers) await close();
    for (const server of [portal, messaging]) {
      server.closeAllConnections();
      server.close();
    }
  }
}

export interface Staged {
  readonly report: Report;
  finding(check: string): Finding;
  /** Ids of all checks of this status. */
  all(status: Status): readonly string[];
}

const idOf = ({ target, check }: Finding) => (target.includes('/') ? `domain/${check}` : check);

const staged = (report: Report): Staged => ({
  report,
  finding: (check) => {
    const found = report.findings.find((one) => idOf(one) === check);
    if (found === undefined) throw new Error(`no check ${check}`);
    return found;
  },
  all: (status) => report.findings.filter((one) => one.status === status).map(idOf),
});

/** OpenSSL 3 speaks the old versions at security level 0 alone. */
const weak = (versions: Circumstances['tls']) => (versions === undefined ? {} : { ...versions, ciphers: 'DEFAULT:@SECLEVEL=0' });

async function portOf(server: Server): Promise<number> {
  return Number((await listen(server)).split(':').at(-1));
}

export const keyFirst: Required<Circumstances>['messaging'] = (key, response, cloudId) => {
  if (cloudId !== 'NSACME') return response.writeHead(404, JSON_TYPE).end('{"error":"not_found"}');
  if (key !== API_KEY) return response.writeHead(401, JSON_TYPE).end('{"error":"unauthorized"}');
  return response.writeHead(422, JSON_TYPE).end('{"error":"domainName is missing"}');
};
const JSON_TYPE = { 'content-type': 'application/json' };

async function startCore({ udp = 200, tcp = 405, tls = 401, delay = 0, certificateName = CORE }: Required<Circumstances>['sip']) {
  const { cert, key } = await certificateOf(certificateName === CORE ? [PORTAL, CORE, MESSAGING] : [certificateName], 90);
  const said = (heard: Buffer, manner: SipManner) => {
    if (manner === 'silent') return undefined;
    return manner === 'noise' ? 'HTTP/1.1 400 Bad Request\r\n\r\n' : answerTo(heard, manner);
  };
  const meet = (manner: SipManner) => (socket: Socket) =>
    socket.on('data', (heard) => {
      const answer = said(heard, manner);
      if (answer !== undefined) setTimeout(() => socket.write(answer), delay);
    });
  const tlsPort = await tlsServer({ cert, key }, meet(tls));
  for (;;) {
    const port = await tcpServer(meet(tcp));
    const bound = await udpServer((heard) => said(heard, udp), '127.0.0.1', { port, delay }).catch(() => undefined);
    if (bound !== undefined) return { port, tlsPort };
  }
}
