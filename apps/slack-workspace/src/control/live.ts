import type { Request, Response } from 'express';
import type { Slacks } from '../slacks.ts';

/** Several changes within so many milliseconds are told once. */
const calm = 25;
const heartbeat = 15_000;

/** Server-sent events: one `changed` after each change; the page then asks for what it sees. */
export function live({ all }: Slacks): (request: Request, response: Response) => void {
  return (request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' });
    response.flushHeaders();
    let soon: NodeJS.Timeout | undefined;
    const tell = () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        response.write('event: changed\ndata: {}\n\n');
      }, calm);
    };
    const stops = all.map(({ workspace }) => workspace.watch(tell));
    const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
    request.on('close', () => {
      for (const stop of stops) stop();
      clearInterval(beat);
      clearTimeout(soon);
    });
    tell();
  };
}
