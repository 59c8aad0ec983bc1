import { type Letter, Refused, Unreachable } from '@enablement/core';
import { certificateFault } from '../net/failures.ts';

const LONGEST_QUOTE = 300;
/** Shorter words are ordinary language; a link or a token is longer. */
const LONG_WORD = 12;

/**
 * Turns what the mailer threw into core's errors. A 5xx answer is final, everything else may go away: 4xx, no connection, a
 * time-out. The mailer's error is not kept as the cause: it may carry the letter or the log-in.
 */
export function explainRefusal(
  error: unknown,
  server: string,
  letter: Letter,
  secrets: readonly string[],
): Refused | Unreachable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : undefined;
  const words = error instanceof Error && 'response' in error ? quote(String(error.response), letter, secrets) : '';
  const said = words === '' ? '' : `: "${words}"`;

  if (code === 'EAUTH' && (status === undefined || status >= 500)) {
    return new Refused(
      `The mail server ${server} refused the log-in${said}.`,
      'Check the user name and the password in SMTP_URL.',
    );
  }
  const certificate = certificateFault(error);
  if (certificate !== undefined) {
    return new Refused(
      `The certificate of the mail server ${server} cannot be trusted: ${certificate}.`,
      'Have a valid certificate installed, or check SMTP_URL.',
    );
  }
  if (code === 'ETLS' && status === undefined) {
    return new Refused(
      `The mail server ${server} does not offer the encryption that its password needs.`,
      'Use a server with STARTTLS, or smtps:// in SMTP_URL.',
    );
  }
  if (status !== undefined && status >= 500) {
    return new Refused(
      `The mail server ${server} refused the letter to ${letter.to}${said}.`,
      'Check the address, and ask whoever runs the mail server.',
    );
  }
  if (status !== undefined) {
    return new Unreachable(
      `The mail server ${server} does not take the letter now${said}.`,
      'Nothing to do yet: it is tried again. If it stays so, ask whoever runs the mail server.',
    );
  }
  return new Unreachable(
    `The mail server ${server} ${code === 'ETIMEDOUT' ? 'did not answer in time' : 'could not be reached, or broke off'}.`,
    'Check that the mail server is up and that SMTP_URL names it.',
  );
}

/** The server's words on one line. Spam filters like to repeat a letter's links and words; those, and our log-in, are left out. */
function quote(response: string, letter: Letter, secrets: readonly string[]): string {
  let line = response.replace(/\s+/g, ' ').trim();
  for (const secret of secrets) if (secret !== '') line = line.replaceAll(secret, '[secret]');
  const content = `${letter.subject} ${letter.text} ${letter.html ?? ''}`;
  return line
    .split(' ')
    .map((word) => (word.includes('://') || repeats(word, content) ? '[left out]' : word))
    .join(' ')
    .slice(0, LONGEST_QUOTE);
}

function repeats(word: string, content: string): boolean {
  for (const part of word.split(/[^A-Za-z0-9_@.-]+/))
    if (part.length >= LONG_WORD && !part.includes('@') && content.includes(part)) return true;
  return false;
}
