import express from 'express';
import { type Listening, listen } from './listen.ts';

type Path = 'tokens' | 'subscriptions';

interface PlatformCall {
  readonly method: string;
  readonly path: Path;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

export type KeptSubscription = Record<string, unknown> & { readonly id: string };

export interface RecordingPlatform extends Listening {
  readonly calls: readonly PlatformCall[];
  /** `POST tokens`, `GET subscriptions`, … in their order. */
  readonly told: readonly string[];
  /** What it keeps; tests may put some there, or break them. */
  readonly subscriptions: KeptSubscription[];
  /** Without one, every password is right. */
  password: string | undefined;
  /** Answers the next calls of this path with this status (and body) instead. */
  answer(path: Path, status: number, times: number, body?: unknown): void;
}

/** A stand-in for NetSapiens that says yes to everything unless told otherwise, keeps subscriptions, and remembers who asked for what. */
export async function openRecordingPlatform(): Promise<RecordingPlatform> {
  const calls: PlatformCall[] = [];
  const subscriptions: KeptSubscription[] = [];
  const planned: { path: string; status: number; body: unknown }[] = [];
  let logins = 0;
  let created = 0;
  const app = express();
  app.use('/ns-api/v2/:path', express.json(), (request, response, next) => {
    const path = request.params.path as Path;
    calls.push({
      method: request.method,
      path,
      authorization: request.get('authorization'),
      body: (request.body ?? {}) as Record<string, unknown>,
    });
    const at = planned.findIndex((plan) => plan.path === path);
    const [plan] = at < 0 ? [] : planned.splice(at, 1);
    if (plan === undefined) next();
    else response.status(plan.status).json(plan.body);
  });
  app.post('/ns-api/v2/tokens', (request, response) => {
    if (platform.password !== undefined && request.body.password !== platform.password) {
      response.status(400).json({ error: 'invalid_grant' });
      return;
    }
    logins += 1;
    response.json({
      access_token: `token-${logins}`,
      refresh_token: 'r',
      expires_in: 3600,
      token_type: 'Bearer',
      scope: 'Office Manager',
      territory: 'northwind',
    });
  });
  app.get('/ns-api/v2/subscriptions', (request, response) => {
    const { start, limit } = request.query;
    response.json(subscriptions.slice(Number(start), Number(start) + Number(limit)));
  });
  app.post('/ns-api/v2/subscriptions', (request, response) => {
    const { model, domain, 'post-url': postUrl } = request.body;
    if (subscriptions.some((one) => one.model === model && one.domain === domain && one['post-url'] === postUrl)) {
      response.status(409).json({ message: 'Subscription ID already Exists or matching set of parameters already exists' });
      return;
    }
    created += 1;
    const id = String(created).padStart(32, '0');
    // It has run at once: a platform that takes its time is a case of its own.
    subscriptions.push({ ...request.body, id, 'current-active-server': request.body['preferred-server'] });
    response.json({ id });
  });
  app.put('/ns-api/v2/subscriptions/:id', (request, response) => {
    const found = subscriptions.find(({ id }) => id === request.params.id);
    Object.assign(found ?? {}, request.body, { 'current-active-server': request.body['preferred-server'] });
    response.status(202).json({ code: 202, message: 'Accepted' });
  });
  app.delete('/ns-api/v2/subscriptions/:id', (request, response) => {
    const at = subscriptions.findIndex(({ id }) => id === request.params.id);
    subscriptions.splice(at, at < 0 ? 0 : 1);
    response.status(202).json({ code: 202, message: 'Accepted' });
  });
  const platform: RecordingPlatform = {
    ...(await listen(app)),
    calls,
    get told() {
      return calls.map(({ method, path }) => `${method} ${path}`);
    },
    subscriptions,
    password: undefined,
    answer(path, status, times, body = { code: status, message: 'planned' }) {
      for (let time = 0; time < times; time += 1) planned.push({ path, status, body });
    },
  };
  return platform;
}
