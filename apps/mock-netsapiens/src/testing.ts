import { serve } from '@enablement/mock-kit';
import { onTestFinished } from 'vitest';
import { createNetsapiens } from './netsapiens.ts';
import { client, sharedPassword } from './seed.ts';

export interface Platform {
  readonly url: string;
  readonly api: string;
  /** Moves the platform's clock. */
  pass(milliseconds: number): void;
  seed(body: unknown): Promise<Response>;
  /** The JSON of `/_mock/state`. */
  logIn(login: string, more?: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }>;
  /** A function that calls the API as this log-in: `await as('…')('GET', '/domains')`. */
  as(login: string): Promise<(method: string, path: string, body?: unknown) => Promise<{ status: number; body: unknown }>>;
}

export const officeManager = 'integration-office-manager@acme.example';

/** The platform on a free port until the test ends, its clock at 2026-01-31 10:00 UTC and moved by hand. */
export async function openPlatform(): Promise<Platform> {
  let time = Date.UTC(2026, 0, 31, 10);
  const { app } = await createNetsapiens({ now: () => new Date(time) });
  const { url, close } = await serve(app, { name: 'mock-netsapiens', port: 0 });
  onTestFinished(close);
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
    pass: (milliseconds) => {
      time += milliseconds;
    },
    seed: (body) => fetch(`${url}/_mock/seed`, { method: 'POST', body: JSON.stringify(body) }),
    logIn,
    as: async (login) => {
      const { body } = await logIn(login);
      return (method, path, content) => callWith(String(body.access_token), method, api + path, content);
    },
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
