import type { TestProject } from 'vitest/node';
import { startTestPostgres } from '../../packages/gateways/src/postgres/testing.ts';

export { freshDatabase } from '../../packages/gateways/src/postgres/testing.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server that stories share. */
    readonly postgres: string;
  }
}

/** Each stack holds twenty, and several run at once. */
const CONNECTIONS = 400;

/** For all files of stories, one server: making one takes longer than starting everything that uses it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres('shared', { connections: CONNECTIONS });
  project.provide('postgres', server.url);
  return () => server.remove();
}
