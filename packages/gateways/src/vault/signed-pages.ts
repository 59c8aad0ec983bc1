import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, type Duration, Secret, type SignedPages } from '@enablement/core';
import type { SecretsKey } from './secrets-key.ts';

/** `<subject>.<expires, seconds in base 36>.<signature>`, each safe in a URL; HMAC-SHA256 with a key of its purpose alone. */
const SHAPE = /^([A-Za-z0-9_-]{1,120})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

export interface SignedPagesOptions {
  readonly key: SecretsKey;
  readonly clock: Clock;
  /** Addresses of different purposes tell nothing about each other. */
  readonly purpose: string;
  /** How long a page stays open. */
  readonly open: Duration;
}

export function createSignedPages({ key, clock, purpose, open }: SignedPagesOptions): SignedPages {
  const signing = key.derive(purpose);
  const sign = (subject: string, until: string) => createHmac('sha256', signing).update(`${subject}.${until}`).digest();
  const now = () => clock.now().getTime();
  return {
    issue(subject) {
      const seconds = Math.ceil((now() + open) / 1000);
      const about = Buffer.from(subject).toString('base64url');
      const until = seconds.toString(36);
      const token = new Secret(`${about}.${until}.${sign(about, until).toString('base64url')}`);
      return { token, expires: new Date(seconds * 1000) };
    },
    read(token) {
      const [, about, until, signature] = SHAPE.exec(token.reveal()) ?? [];
      if (about === undefined || until === undefined || signature === undefined) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const wanted = sign(about, until);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      const expires = new Date(Number.parseInt(until, 36) * 1000);
      return { subject: Buffer.from(about, 'base64url').toString(), expires, expired: expires.getTime() <= now() };
    },
  };
}
