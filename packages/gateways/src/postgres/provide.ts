import { ensurePostgres } from './embedded.ts';
import { keepPostgres } from './keep.ts';

export interface ProvidedPostgres {
  readonly url: string;
  /** Leaves the server running, for the other programs that use it. */
  stop(): Promise<void>;
}

/** The database of a program: the one it was given the address of, or a server of our own in `dir`, looked after until `stop`. */
export async function providePostgres(url: string | undefined, dir: string): Promise<ProvidedPostgres> {
  if (url !== undefined) return { url, stop: async () => undefined };
  const server = await ensurePostgres(dir);
  const keeper = keepPostgres(dir);
  return { url: server.url, stop: () => keeper.stop() };
}
