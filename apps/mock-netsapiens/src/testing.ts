import { serve } from '@enablement/mock-kit';
import { onTestFinished } from 'vitest';
import { client } from './access/seed.ts';
import type { Clock } from './events/clock.ts';
import { createNetsapiens } from './netsapiens.ts';
import { sharedPassword } from './seed.ts';

export interface Platform {
  readonly url: string;
  readonly api: string;
  /** Moves the platform's clock; what has become due runs before this returns. */
  pass(milliseconds: number): void;
  /** Resolves when every event that is due has been posted, or has failed to be. */
  posted(): Promise<void>;
  seed(body: unknown): Promise<Response>;
  /** Turns switches: `await turn({ wrongClient: '403' })`. */
  turn(switches: Record<string, string>): Promise<Response>;
  logIn(login: string, more?: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }>;
  /** A function that calls the API as this log-in: `await as('…')('GET', '/domains')`. */
  as(login: string): Promise<Ask>;
  /** The same with a bearer that is at hand: an API key, or a JWT. */
  with(bearer: string): Ask;
}

export type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>;

interface HandClock extends Clock {
  pass(milliseconds: number): void;
}

function createHandClock(): HandClock {
  let time = Date.UTC(2026, 0, 31, 10);
  const waiting = new Set<{ at: number; run: () => void }>();
  return {
    now: () => new Date(time),
    after(ms, run) {
      const due = { at: time + ms, run };
      waiting.add(due);
      return () => void waiting.delete(due);
    },
    pass(milliseconds) {
      time += milliseconds;
      for (const due of [...waiting].toSorted((one, other) => one.at - other.at))
        if (due.at <= time && waiting.delete(due)) due.run();
    },
  };
}

type Options = NonNullable<Parameters<typeof createNetsapiens>[0]>;

export const officeManager = 'integration-office-manager@acme.example';

/** The platform on a free port until the test ends, its clock at 2026-01-31 10:00 UTC and moved by hand. */
export async function openPlatform(options: Pick<Options, 'release' | 'stateFile'> = {}): Promise<Platform> {
  const clock = createHandClock();
  const { app, poster } = await createNetsapiens({ ...options, clock });
  const { url, close } = await serve(app, { name: 'mock-netsapiens', port: 0 });
  onTestFinished(() => {
    poster.close();
    return close();
  });
  const api = `${url}/ns-api/v2`;
  const logIn: Platform['logIn'] = async (username, more = {}) => {
    const body = {
      grant_type: 'password',
      client_id: client.id,
      client_secret: client.secret,
      username,
      password: sharedPassword,
      ...more,
    };
    const answer = await fetch(`${api}/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return {
    url,
    api,
    pass: clock.pass,
    posted: poster.idle,
    turn: (switches) => fetch(`${url}/_mock/switches`, { method: 'POST', body: JSON.stringify(switches) }),
    seed: (body) => fetch(`${url}/_mock/seed`, { method: 'POST', body: JSON.stringify(body) }),
    logIn,
    as: async (login) => {
      const { body } = await logIn(login);
      return (method, path, content) => callWith(String(body.access_token), method, api + path, content);
    },
    with: (bearer) => (method, path, content) => callWith(bearer, method, api + path, content),
  };
}

export async function callWith(
  token: string,
  method: string,
  url: string,
  content?: unknown,
): Promise<{ status: number; body: unknown }> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (content !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(url, { method, headers, body: content === undefined ? null : JSON.stringify(content) });
  return { status: answer.status, body: await answer.json() };
}
