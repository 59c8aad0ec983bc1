import type { Duration, Mail } from '@enablement/core';
import { createTransport } from 'nodemailer';
import { explainRefusal } from './explain-refusal.ts';
import { hostOf, messageIdOf } from './message-id.ts';
import { readServerAddress } from './server-address.ts';

export interface MailOptions {
  /** `SMTP_URL`: `smtp://[user:password@]host[:port]` or `smtps://…`. */
  readonly url: string;
  /** `name@host`, or `Some Name <name@host>`. */
  readonly from: string;
  /** For each pause of the server; 10 seconds to greet and 30 later unless given. */
  readonly patience?: Duration;
}

/** Letters by SMTP. Throws a plain `Error` with one sentence when an option is malformed. */
export function createMail({ url, from, patience }: MailOptions): Mail {
  hostOf(from);
  const server = readServerAddress(url);
  const limits =
    patience === undefined ? {} : { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const transport = createTransport({ ...server, ...limits, disableFileAccess: true, disableUrlAccess: true });
  const name = `${server.host}:${server.port}`;
  const secrets = server.auth === undefined ? [] : loginsAsSent(server.auth.user ?? '', server.auth.pass ?? '');

  return {
    async send(letter) {
      try {
        await transport.sendMail({
          from,
          // As objects, so that a comma in an address cannot add a recipient.
          to: { name: '', address: letter.to },
          ...(letter.replyTo === undefined ? {} : { replyTo: { name: '', address: letter.replyTo } }),
          messageId: messageIdOf(letter.id, from),
          ...(letter.inReplyTo === undefined
            ? {}
            : { inReplyTo: messageIdOf(letter.inReplyTo, from), references: messageIdOf(letter.inReplyTo, from) }),
          subject: letter.subject,
          text: letter.text,
          ...(letter.html === undefined ? {} : { html: letter.html }),
          xMailer: false,
        });
      } catch (error) {
        throw explainRefusal(error, name, letter, secrets);
      }
    },
  };
}

/** The log-in in the shapes that SMTP sends it (RFC 4616, RFC 4954): a server may repeat any of them in its answer. */
function loginsAsSent(user: string, password: string): string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return [base64(`\0${user}\0${password}`), base64(password), base64(user), password];
}
