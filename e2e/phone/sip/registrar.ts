import {
  constructOutgoingResponse,
  type IncomingRequestMessage,
  IncomingResponseMessage,
  Parser,
} from 'sip.js/lib/core/index.js';
import { type Address, closeSocket, openSocket, type RemoteInfo, silent } from './datagrams.ts';
import { newNonce, proves, readDigest } from './digest.ts';

/** The password of a device of a domain, `undefined` when there is no such device. Asked at each REGISTER, so that a change counts at once. */
export type Directory = (device: string, domain: string) => Promise<string | undefined>;

export interface Registrar extends Address {
  /** Addresses of record that are online now, `sip:100m@acme.example`, sorted. */
  online(): readonly string[];
  close(): Promise<void>;
}

const DEFAULT_EXPIRES = 600;

/**
 * A SIP registrar as a NetSapiens core is one: realm and address of record have the domain, the user is the device, and a challenge
 * asks for a digest (401). It takes REGISTER over UDP on 127.0.0.1, and nothing else.
 */
export async function openRegistrar(directory: Directory): Promise<Registrar> {
  const { socket, port } = await openSocket();
  const logger = silent().getLogger('registrar');
  const nonces = new Set<string>();
  const bindings = new Map<string, number>();

  async function answer(request: IncomingRequestMessage): Promise<string> {
    const respond = (statusCode: number, extraHeaders: string[] = []) =>
      constructOutgoingResponse(request, { statusCode, extraHeaders }).message;
    if (request.method !== 'REGISTER') return respond(405, ['Allow: REGISTER']);
    const { user, host } = request.to.uri;
    const digest = readDigest(request.getHeader('Authorization') ?? '');
    if (!nonces.delete(digest.get('nonce') ?? '')) {
      const nonce = newNonce();
      nonces.add(nonce);
      return respond(401, [`WWW-Authenticate: Digest realm="${host}", nonce="${nonce}", algorithm=MD5, qop="auth"`]);
    }
    const device = digest.get('username') ?? '';
    const password = await directory(device, host);
    const itself = device === user && digest.get('realm') === host;
    if (password === undefined || !itself || !proves(digest, 'REGISTER', password)) return respond(403);
    const expires = expiresOf(request);
    const aor = `sip:${user}@${host}`;
    if (expires === 0) bindings.delete(aor);
    else bindings.set(aor, Date.now() + expires * 1000);
    return respond(200, [`Contact: ${request.getHeader('Contact')};expires=${expires}`, `Expires: ${expires}`]);
  }

  async function receive(bytes: Buffer, from: RemoteInfo): Promise<void> {
    const message = Parser.parseMessage(bytes.toString('utf8'), logger);
    if (message === undefined || message instanceof IncomingResponseMessage) return;
    socket.send(await answer(message), from.port, from.address);
  }
  socket.on('message', (bytes, from) => void receive(bytes, from).catch((error: unknown) => console.error('registrar:', error)));

  return {
    address: '127.0.0.1',
    port,
    online: () => [...bindings].flatMap(([aor, until]) => (until > Date.now() ? [aor] : [])).toSorted(),
    close: () => closeSocket(socket),
  };
}

/** A retransmitted REGISTER would meet a used nonce, be challenged anew, and come again: harmless. */
function expiresOf(request: IncomingRequestMessage): number {
  const inContact = /;\s*expires=(\d+)/i.exec(request.getHeader('Contact') ?? '')?.[1];
  return Number(inContact ?? request.getHeader('Expires') ?? DEFAULT_EXPIRES);
}
