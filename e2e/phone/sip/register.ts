import { randomUUID } from 'node:crypto';
import { DigestAuthentication, IncomingResponseMessage, Parser, URI, UserAgentCore } from 'sip.js/lib/core/index.js';
import { type Address, closeSocket, openSocket, silent } from './datagrams.ts';

/** What a softphone registers with. */
export interface SipAccount {
  /** Left part of the address of record: on NetSapiens the device. */
  readonly username: string;
  /** Right part, and realm: on NetSapiens the domain, which DNS need not know. */
  readonly host: string;
  readonly authUsername: string;
  readonly password: string;
}

export interface Registration {
  /** `sip:100m@acme.example` */
  readonly aor: string;
  /** The registrar's last word: 200 when the phone is online. 0 when there is no such host. */
  readonly status: number;
  /** Seconds, as granted. */
  readonly expires: number | undefined;
}

const PATIENCE_MS = 10_000;

/** REGISTER over UDP, with digest authentication (RFC 3261 §10.2, §22.4), by SIP.js. `expires` 0 takes the phone offline. */
export async function register(account: SipAccount, server: Address | undefined, expires = 600): Promise<Registration> {
  if (server === undefined) return { aor: `sip:${account.username}@${account.host}`, status: 0, expires: undefined };
  const { socket, port } = await openSocket();
  const loggers = silent();
  const aor = new URI('sip', account.username, account.host);
  const contact = new URI('sip', account.username, '127.0.0.1', port);
  const core = new UserAgentCore({
    aor,
    contact: { pubGruu: undefined, tempGruu: undefined, uri: contact, toString: () => `<${contact}>` },
    displayName: '',
    loggerFactory: loggers,
    hackViaTcp: false,
    routeSet: [],
    sipjsId: randomUUID().slice(0, 5),
    supportedOptionTags: [],
    supportedOptionTagsResponse: [],
    userAgentHeaderFieldValue: 'phone-simulator',
    viaForceRport: true,
    viaHost: `127.0.0.1:${port}`,
    authenticationFactory: () => new DigestAuthentication(loggers, undefined, account.authUsername, account.password),
    transportAccessor: () => ({
      protocol: 'UDP',
      send: (message) =>
        new Promise<void>((resolve, reject) => {
          socket.send(message, server.port, server.address, (error) => (error ? reject(error) : resolve()));
        }),
    }),
  });
  socket.on('message', (bytes) => {
    const message = Parser.parseMessage(bytes.toString('utf8'), loggers.getLogger('phone'));
    if (message instanceof IncomingResponseMessage) core.receiveIncomingResponseFromTransport(message);
  });

  const { promise, resolve, reject } = Promise.withResolvers<Registration>();
  const late = setTimeout(() => reject(new Error(`${server.address}:${server.port} does not answer REGISTER`)), PATIENCE_MS);
  const headers = [`Contact: <${contact}>`, `Expires: ${expires}`];
  const request = core.makeOutgoingRequestMessage('REGISTER', new URI('sip', '', account.host), aor, aor, {}, headers);
  const settle = ({ message }: { message: IncomingResponseMessage }) =>
    resolve({ aor: String(aor), status: message.statusCode ?? 0, expires: granted(message) });
  core.register(request, { onAccept: settle, onReject: settle });
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    core.dispose();
    await closeSocket(socket);
  }
}

const granted = (message: IncomingResponseMessage): number | undefined => {
  const expires = message.getHeader('Expires');
  return expires === undefined ? undefined : Number(expires);
};
