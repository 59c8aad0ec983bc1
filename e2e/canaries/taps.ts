import { createServer, request } from 'node:http';
import { connect, createServer as createTcpServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';

/** One answer of the web program, whoever asked. */
export interface Served {
  readonly method: string;
  readonly url: string;
  /** What was sent with the request. */
  readonly sent: string;
  readonly status: number;
  /** Header lines and body, as they came over the wire. */
  readonly answer: string;
}

export interface Tap<T> {
  readonly heard: readonly T[];
  close(): Promise<void>;
}

/** Stands in front of the web program and keeps everything that it serves: to people, and to the staff at Acrobits. */
export async function tapWeb(port: number, behind: number): Promise<Tap<Served>> {
  const heard: Served[] = [];
  const server = createServer(async (asked, answering) => {
    const sent = Buffer.concat(await asked.toArray());
    const { method = '', url = '', headers } = asked;
    const onward = request({ host: '127.0.0.1', port: behind, method, path: url, headers }, async (answer) => {
      const body = Buffer.concat(await answer.toArray());
      const status = answer.statusCode ?? 0;
      const lines = answer.rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\n`)).join('');
      heard.push({ method, url, sent: sent.toString(), status, answer: `${lines}\n${body}` });
      answering.writeHead(status, answer.rawHeaders).end(body);
    });
    onward.on('error', () => asked.socket.destroy());
    onward.end(sent);
  });
  await listen(server, port);
  return { heard, close: () => close(server) };
}

/** Stands in front of the mail server and keeps the source of each letter, as it went over the wire. */
export async function tapMail(port: number, behind: number): Promise<Tap<string>> {
  const heard: string[] = [];
  const server = createTcpServer((client) => {
    const onward = connect(behind, '127.0.0.1');
    let said = '';
    client.on('data', (chunk) => {
      said += chunk.toString('latin1');
    });
    client.on('close', () => {
      // RFC 5321, section 4.1.1.4: the letter is what stands between DATA and a line with a full stop alone.
      for (const [, letter = ''] of said.matchAll(/^DATA\r\n(.*?)\r\n\.\r\n/gms)) heard.push(letter);
    });
    for (const side of [client, onward]) side.on('error', () => side.destroy());
    client.pipe(onward).pipe(client);
  });
  await listen(server, port);
  return { heard, close: () => close(server) };
}

/** A mail server that refuses every log-in, and repeats it: as it came (RFC 4616: base64), and in the clear. */
export async function refuseMail(port: number): Promise<{ close(): Promise<void> }> {
  const server = createTcpServer((client) => {
    client.on('error', () => client.destroy()).write('220 mail.example\r\n');
    createInterface(client).on('line', (line) => {
      const [command = '', , login = ''] = line.split(' ');
      const clear = Buffer.from(login, 'base64').toString().split('\0').join(' ');
      if (command === 'EHLO') client.write('250-mail.example\r\n250 AUTH PLAIN\r\n');
      else if (command === 'AUTH') client.write(`535 5.7.8 Refused: ${login} ${clear}\r\n`);
      else client.end('221 Bye\r\n');
    });
  });
  await listen(server, port);
  return { close: () => close(server) };
}

/** A letter's source as it is, with its quoted-printable undone, and with its base64 put together again. */
export function readings(source: string): readonly string[] {
  const joined = source.replaceAll(/=\r\n/g, '');
  const decoded = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return [source, decoded, source.replaceAll('\r\n', '')];
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
