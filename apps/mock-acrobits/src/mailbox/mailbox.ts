import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Desk } from '../desk.ts';
import { type MailboxLetter, MOST_LETTERS } from '../state.ts';
import { readLetter } from './read-letter.ts';

/** What is wrong with the mail server just now, because somebody asked for it. */
interface MailboxFaults {
  /** Nobody listens: the connection is refused. */
  readonly down: boolean;
  /** Answer to every recipient, for example `451 try later` or `550 no such user`. */
  readonly reject?: string | undefined;
  /** The letter is taken and kept, but the sender hears of it only after so many milliseconds. */
  readonly hangMs?: number | undefined;
  /** How often `reject` or `hangMs` happens before all is well again; without it, until told otherwise. */
  readonly times?: number | undefined;
}

export interface Mailbox {
  readonly port: number;
  readonly faults: MailboxFaults;
  /** Replaces the faults; `{ down: false }` heals all. Resolves when the port is really closed or open. */
  break(faults: MailboxFaults): Promise<void>;
  close(): Promise<void>;
}

export interface MailboxOptions {
  readonly desk: Desk;
  readonly host: string;
  readonly port: number;
  /** Called once for each letter that is new. */
  readonly onLetter: (letter: MailboxLetter) => void;
}

const LARGEST_LETTER = 1024 * 1024;
const WELL: MailboxFaults = { down: false };

/** The mailbox behind contact@acrobits.cz: takes every letter for every address, without login, and keeps each Message-ID once. */
export async function openMailbox({ desk, host, port: wanted, onLetter }: MailboxOptions): Promise<Mailbox> {
  let faults = WELL;
  let server: SMTPServer | undefined;
  let port = wanted;
  let closing = new AbortController();

  function takeFault(kind: 'reject' | 'hangMs'): string | number | undefined {
    const value = faults[kind];
    if (value === undefined || faults.times === undefined) return value;
    faults = faults.times > 1 ? { ...faults, times: faults.times - 1 } : WELL;
    return value;
  }

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      // The rest of a letter that is too large is read and dropped: SMTP has no way to say no before its end.
      if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    }
    if (stream.sizeExceeded) throw answer('552 The letter is larger than one megabyte');
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) };
    const letter = await readLetter(Buffer.concat(chunks), envelope, desk.now()).catch((error: Error) => {
      throw answer(`554 The letter cannot be read: ${error.message}`);
    });
    keep(letter);
    const hang = takeFault('hangMs');
    if (typeof hang === 'number') await pause(hang, undefined, { signal: closing.signal }).catch(() => undefined);
    return 'Kept';
  }

  function keep(letter: MailboxLetter): void {
    const { letters } = desk.state;
    const known = letters.find(({ messageId }) => messageId === letter.messageId);
    if (known !== undefined) known.deliveries += 1;
    else letters.push(letter);
    letters.splice(0, Math.max(0, letters.length - MOST_LETTERS));
    // On disk before the sender hears "kept", which is what SMTP's 250 promises.
    desk.changed();
    if (known === undefined) onLetter(letter);
  }

  async function listen(): Promise<void> {
    closing = new AbortController();
    const next = new SMTPServer({
      banner: 'mailbox of the Acrobits mock',
      disabledCommands: ['AUTH', 'STARTTLS'],
      authOptional: true,
      size: LARGEST_LETTER,
      maxClients: 50,
      closeTimeout: 200,
      socketTimeout: 60_000,
      disableReverseLookup: true,
      logger: false,
      onRcptTo(_address, _session, callback) {
        const reject = takeFault('reject');
        callback(typeof reject === 'string' ? answer(reject) : null);
      },
      onData(stream, session, callback) {
        take(stream, session).then(
          (message) => callback(null, message),
          (error: Error) => callback(error),
        );
      },
    });
    // A sender that goes away in the middle of a letter is its own problem; it will come back.
    next.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      next.server.once('error', (error: NodeJS.ErrnoException) => {
        const why = error.code === 'EADDRINUSE' ? 'something else listens there' : error.message;
        reject(
          new Error(`The mailbox cannot listen on ${host}:${port}: ${why}; set SMTP_PORT to another one.`, { cause: error }),
        );
      });
      next.listen(port, host, () => resolve());
    });
    port = (next.server.address() as AddressInfo).port;
    server = next;
  }

  async function hangUp(): Promise<void> {
    const open = server;
    server = undefined;
    closing.abort();
    if (open !== undefined) await new Promise<void>((resolve) => open.close(() => resolve()));
  }

  await listen();
  return {
    get port() {
      return port;
    },
    get faults() {
      return faults;
    },
    async break(next) {
      faults = next;
      if (next.down) await hangUp();
      else if (server === undefined) await listen();
    },
    close: hangUp,
  };
}

/** An SMTP answer out of its written form, `451 try later`. */
function answer(line: string): Error & { responseCode: number } {
  return Object.assign(new Error(line.slice(4).trim() || 'No'), { responseCode: Number(line.slice(0, 3)) });
}
