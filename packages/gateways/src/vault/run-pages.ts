import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, days, type RunPages, Secret } from '@enablement/core';
import type { SecretsKey } from './secrets-key.ts';

/** Long enough for a colleague to read it tomorrow, short enough for an address that wanders about. */
const OPEN = days(3);

/** `<run>.<expires, seconds in base 36>.<signature>`, each safe in a URL; HMAC-SHA256 with a key of this purpose alone. */
const SHAPE = /^([A-Za-z0-9_-]{1,60})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

export function createRunPages({ key, clock }: { readonly key: SecretsKey; readonly clock: Clock }): RunPages {
  const signing = key.derive('run page');
  const sign = (run: string, until: string) => createHmac('sha256', signing).update(`${run}.${until}`).digest();
  const now = () => clock.now().getTime();
  return {
    issue(enablement) {
      const seconds = Math.ceil((now() + OPEN) / 1000);
      const run = Buffer.from(enablement).toString('base64url');
      const until = seconds.toString(36);
      const token = new Secret(`${run}.${until}.${sign(run, until).toString('base64url')}`);
      return { token, expires: new Date(seconds * 1000) };
    },
    read(token) {
      const [, run, until, signature] = SHAPE.exec(token.reveal()) ?? [];
      if (run === undefined || until === undefined || signature === undefined) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const wanted = sign(run, until);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
      const expires = new Date(Number.parseInt(until, 36) * 1000);
      return { enablement: Buffer.from(run, 'base64url').toString(), expires, expired: expires.getTime() <= now() };
    },
  };
}
