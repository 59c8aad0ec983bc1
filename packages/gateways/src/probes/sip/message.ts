import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { SipTransport } from '@enablement/core';
import { LoggerFactory } from 'sip.js/lib/core/log/logger-factory.js';
import { IncomingResponseMessage } from 'sip.js/lib/core/messages/incoming-response-message.js';
import { OutgoingRequestMessage } from 'sip.js/lib/core/messages/outgoing-request-message.js';
import { Parser } from 'sip.js/lib/core/messages/parser.js';
import { URI } from 'sip.js/lib/grammar/uri.js';
import { USER_AGENT } from '../../net/fetch.ts';

/** A question to a SIP server, and how its answer is known among whatever else comes. */
export interface Question {
  readonly bytes: Buffer;
  readonly callId: string;
  readonly branch: string;
}

export interface Place {
  /** A name or an address. */
  readonly host: string;
  readonly port: number;
}

/** RFC 3261 section 8.1.1.7: it tells that the branch is unique. */
const MAGIC = 'z9hG4bK';
/** RFC 3323 section 4.1.1.3: nobody calls, and nobody can be called back. */
const NOBODY = new URI('sip', 'anonymous', 'anonymous.invalid');
/** The library complains on the console, and what comes is not ours to complain about. */
const loggers = new LoggerFactory();
loggers.builtinEnabled = false;
const logger = loggers.getLogger('probe');

const bracketed = (host: string) => (isIPv6(host) ? `[${host}]` : host);
const chance = () => randomBytes(12).toString('hex');

/** An OPTIONS outside of any dialog (RFC 3261 section 11.1), without credentials. @param from where its answer is to come to */
export function askOptions(to: Place, transport: SipTransport, from: Place): Question {
  const target = new URI('sip', '', bracketed(to.host), to.port, {
    ...(transport === 'UDP' ? {} : { transport: transport.toLowerCase() }),
  });
  const callId = `${chance()}@anonymous.invalid`;
  const branch = MAGIC + chance();
  const sender = `${bracketed(from.host)}:${from.port}`;
  const message = new OutgoingRequestMessage(
    'OPTIONS',
    target,
    NOBODY,
    target,
    // `rport`: the answer comes to the port it was asked from, through address translation too (RFC 3581).
    { callId, cseq: 1, fromTag: chance(), forceRport: true, viaHost: sender, userAgentString: USER_AGENT },
    [`Contact: <sip:${sender}>`, 'Accept: application/sdp'],
  );
  message.setViaHeader(branch, transport);
  return { bytes: Buffer.from(message.toString()), callId, branch };
}

export type Heard =
  /** A final answer to the question. */
  | { readonly heard: 'answer'; readonly status: number; readonly reason: string }
  /** SIP, and not yet, or not to us. */
  | { readonly heard: 'something else' }
  | { readonly heard: 'no SIP' };

/** What a message means to whoever asked. */
export function understand(bytes: Buffer, { callId, branch }: Question): Heard {
  const message = parse(bytes.toString('utf8'));
  if (message === undefined) return { heard: 'no SIP' };
  const isOurs = message.callId === callId && message.viaBranch === branch && message.cseq === 1;
  if (!(message instanceof IncomingResponseMessage) || !isOurs) return { heard: 'something else' };
  const { statusCode: status = 0, reasonPhrase = '' } = message;
  return status < 200 ? { heard: 'something else' } : { heard: 'answer', status, reason: plain(reasonPhrase) };
}

function parse(text: string) {
  try {
    return Parser.parseMessage(text, logger);
  } catch {
    // What the grammar did not foresee is no SIP either.
    return undefined;
  }
}

/** A stranger's words, for a sentence. */
const plain = (words: string): string =>
  words
    .replace(/[^\x20-\x7e]/g, ' ')
    .trim()
    .slice(0, 60);
