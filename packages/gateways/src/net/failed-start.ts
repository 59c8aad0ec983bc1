import { Unreachable } from '@enablement/core';

/** Where the program meant to listen. */
export interface Place {
  readonly port: string;
  readonly host: string;
}

/** One sentence for the person who starts a program: what was wrong, and which variable to set. */
export function explainFailedStart(error: unknown, { port, host }: Place): string {
  if (error instanceof Unreachable) return `${error.message}: ${error.todo}`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `PORT ${port} is taken by another program; stop that one or set another PORT.`;
  if (code === 'EACCES' && /listen/.test(String(error))) return `PORT ${port} may not be used by this account; set another PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST ${host} is not an address of this machine; set another HOST.`;
  return error instanceof Error ? error.message : 'The program could not start.';
}
