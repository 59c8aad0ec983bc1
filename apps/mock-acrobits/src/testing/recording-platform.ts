import express from 'express';
import { type Listening, listen } from './listen.ts';

export interface RecordingPlatform extends Listening {
  readonly calls: { readonly path: string; readonly authorization: string | undefined; readonly body: Record<string, unknown> }[];
  /** Answers the next calls of this path with this status (and body) instead. */
  answer(path: 'tokens' | 'subscriptions', status: number, times: number, body?: unknown): void;
}

/** A stand-in for NetSapiens that says yes to everything unless told otherwise, and remembers who asked for what. */
export async function openRecordingPlatform(): Promise<RecordingPlatform> {
  const calls: RecordingPlatform['calls'] = [];
  const planned: { path: string; status: number; body: unknown }[] = [];
  const app = express();
  app.use(express.json());
  app.post('/ns-api/v2/:path', (request, response) => {
    const { path } = request.params;
    calls.push({ path, authorization: request.get('authorization'), body: request.body as Record<string, unknown> });
    const at = planned.findIndex((plan) => plan.path === path);
    const [plan] = at < 0 ? [] : planned.splice(at, 1);
    if (plan !== undefined) return response.status(plan.status).json(plan.body);
    if (path === 'tokens') {
      return response.json({
        access_token: 'token-1',
        refresh_token: 'r',
        expires_in: 3600,
        token_type: 'Bearer',
        scope: 'Office Manager',
        territory: 'northwind',
      });
    }
    return response.json({ id: 'a'.repeat(32) });
  });
  const listening = await listen(app);
  return {
    ...listening,
    calls,
    answer(path, status, times, body = { code: status, message: 'planned' }) {
      for (let time = 0; time < times; time += 1) planned.push({ path, status, body });
    },
  };
}
