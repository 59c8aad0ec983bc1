import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A Slack-like id: a letter that tells the kind, then ten characters. */
export function newId(kind: string): string {
  return kind + Array.from(randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** Message timestamps: seconds, a dot and six digits; each one greater than the one before, for they are the messages' ids. */
export function createTimestamps(clock: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(clock.now() * 1000, last + 1);
    const micros = String(Math.floor(last)).padStart(16, '0');
    return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
  };
}
