import type { Request, Response } from 'express';
import type { Slack } from '../slack.ts';

/** Several changes within so many milliseconds are told once. */
const calm = 25;
const heartbeat = 15_000;

/** Server-sent events: one `changed` after each change; the page then asks for what it sees. */
export function live(slack: Slack): (request: Request, response: Response) => void {
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
    const stop = slack.workspace.watch(tell);
    const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
    request.on('close', () => {
      stop();
      clearInterval(beat);
      clearTimeout(soon);
    });
    tell();
  };
}
