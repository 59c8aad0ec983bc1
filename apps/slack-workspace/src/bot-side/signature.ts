import { createHmac } from 'node:crypto';

/** Slack's request signature, version 0: HMAC-SHA256 over `v0:<seconds>:<raw body>` (docs.slack.dev, verifying requests). */
export function sign(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
}
