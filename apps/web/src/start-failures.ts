import { Unreachable } from '@enablement/core';

/** One sentence for the person who starts the program. */
export function explainFailedStart(error: unknown, { PORT = '4300', HOST = '127.0.0.1' }: NodeJS.ProcessEnv): string {
  if (error instanceof Unreachable) return `${error.message}: ${error.todo}`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `PORT ${PORT} is taken by another program; stop that one or set another PORT.`;
  if (code === 'EACCES' && /listen/.test(String(error))) return `PORT ${PORT} may not be used by this account; set another PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${HOST} is not an address of this machine; set another HOST.`;
  return error instanceof Error ? error.message : 'The program could not start.';
}
