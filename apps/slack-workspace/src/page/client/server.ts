import type { Fields, Snapshot } from './shapes.ts';

/** Does something in a person's name. Gives the server's answer, in which `error` is a word or a sentence. */
export async function act(name: string, body: Fields): Promise<Fields> {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await fetch(`/_slack/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Fields;
  } catch {
    return { ok: false, error: 'The workspace does not answer. Is it still running?' };
  }
}

export async function readSnapshot(user: string): Promise<Snapshot> {
  const response = await fetch(`/_slack/snapshot?user=${encodeURIComponent(user)}`);
  return (await response.json()) as Snapshot;
}
