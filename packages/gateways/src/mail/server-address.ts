import { seconds } from '@enablement/core';
import type { SMTPTransportOptions } from 'nodemailer';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads `smtp://[user:password@]host[:port]` or `smtps://…` and nothing else of the URL, so that no parameter can switch a check
 * off. Throws a plain `Error` whose sentence names SMTP_URL and never repeats it, because it may hold a password.
 */
export function readServerAddress(url: string): SMTPTransportOptions {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed?.hostname || (parsed.protocol !== 'smtp:' && parsed.protocol !== 'smtps:')) {
    throw new Error('SMTP_URL must look like smtp://host:port or smtps://user:password@host.');
  }
  if (!['', '/'].includes(parsed.pathname) || parsed.search || parsed.hash) {
    throw new Error('SMTP_URL must end after host and port: it takes no path and no parameters.');
  }
  const { user, pass } = credentials(parsed);
  const secure = parsed.protocol === 'smtps:';
  const local = LOOPBACK.has(parsed.hostname);
  return {
    // The mailer asks DNS itself and would ask it for `localhost` too.
    host: parsed.hostname === 'localhost' ? '127.0.0.1' : parsed.hostname.replace(/^\[|\]$/g, ''),
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    // On the same machine there is nobody in between, and no certificate could name it. Elsewhere a password wants TLS.
    ignoreTLS: local,
    requireTLS: !local && !secure && user !== undefined,
    ...(user === undefined ? {} : { auth: { user, pass } }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: seconds(10),
    greetingTimeout: seconds(10),
    socketTimeout: seconds(30),
    dnsTimeout: seconds(10),
  };
}

function credentials(url: URL): { user: string | undefined; pass: string } {
  try {
    return { user: decodeURIComponent(url.username) || undefined, pass: decodeURIComponent(url.password) };
  } catch {
    throw new Error('SMTP_URL has a user name or password that is not percent-encoded: write % as %25, @ as %40, : as %3A.');
  }
}
