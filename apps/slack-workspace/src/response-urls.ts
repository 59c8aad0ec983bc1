import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

const lifetime = 30 * 60 * 1000;
const most = 5;

/** Where a response_url leads: to the person, the channel, and the message that was clicked, if any. */
export interface ResponseTarget {
  readonly user: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  /** Timestamp of the message that was clicked; a command has none. */
  readonly original: string | undefined;
}

export type ResponseUse = { ok: true; target: ResponseTarget } | { ok: false; error: 'expired_url' | 'used_url' | 'no_such_url' };

/** Five uses within thirty minutes (docs.slack.dev, handling user interaction). */
export interface ResponseUrls {
  /** The path of a fresh URL. */
  issue(kind: 'commands' | 'actions', target: ResponseTarget): string;
  use(path: string): ResponseUse;
  reset(): void;
}

export function createResponseUrls(clock: Clock): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; until: number; left: number }>();
  return {
    issue(kind, target) {
      const path = `/hooks/${kind}/${randomBytes(18).toString('base64url')}`;
      issued.set(path, { target, until: clock.now() + lifetime, left: most });
      return path;
    },
    use(path) {
      const url = issued.get(path);
      if (url === undefined) return { ok: false, error: 'no_such_url' };
      if (clock.now() > url.until) return { ok: false, error: 'expired_url' };
      if (url.left === 0) return { ok: false, error: 'used_url' };
      url.left -= 1;
      return { ok: true, target: url.target };
    },
    reset: () => issued.clear(),
  };
}
