import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import PostalMime from 'postal-mime';
import type { MailboxLetter } from '../state.ts';

/** Reads a raw message. Whatever arrives becomes a letter: a mailbox shows a strange message, it does not lose it. */
export async function readLetter(
  raw: Uint8Array,
  envelope: { from: string; to: readonly string[] },
  receivedAt: Date,
): Promise<MailboxLetter> {
  const message = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: 64 * 1024 });
  // Without a Message-ID nobody can tell a repetition from a second letter, so each delivery counts as a letter of its own.
  const messageId =
    message.messageId?.trim() ||
    `<${createHash('sha256').update(raw).digest('hex').slice(0, 32)}.${receivedAt.getTime()}@no-message-id>`;
  const html = message.html ?? '';
  const text = message.text ?? (html === '' ? '' : parse(html).structuredText);
  return {
    id: createHash('sha256').update(messageId).digest('hex').slice(0, 16),
    messageId,
    from: message.from?.address || envelope.from,
    to: [...envelope.to],
    subject: message.subject?.trim() || '(no subject)',
    text,
    html,
    links: findLinks(text, html),
    receivedAt: receivedAt.toISOString(),
    deliveries: 1,
  };
}

/** Web addresses of both parts, each once, in the order in which they are read. */
function findLinks(text: string, html: string): string[] {
  const written = [...text.matchAll(/https?:\/\/[^\s<>"']+/g)].map(([link]) => link.replace(/[.,;:!?)\]}]+$/, ''));
  const anchored =
    html === ''
      ? []
      : parse(html)
          .querySelectorAll('a[href]')
          .map((anchor) => anchor.getAttribute('href') ?? '');
  const links = [...written, ...anchored].filter((link) => /^https?:\/\//i.test(link) && URL.canParse(link));
  return [...new Set(links)];
}
