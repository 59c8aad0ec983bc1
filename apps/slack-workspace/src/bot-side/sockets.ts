import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Fields, isFields, parseJson } from '../json.ts';
import { theApp } from '../people.ts';

/** What travels to the app: one of Socket Mode's three envelope types, which also name the three kinds of HTTP request. */
export type PayloadKind = 'slash_commands' | 'interactive' | 'events_api';

/** Socket Mode: the app's own WebSockets, on which payloads go out and acknowledgements come back. */
export interface Sockets {
  /** The address for one connection; its ticket works once. */
  open(host: string): string;
  connected(): boolean;
  /** Sends an envelope; `acknowledged` is called with the acknowledgement's payload, if it ever comes. Returns the way to stop listening. */
  send(kind: PayloadKind, payload: Fields, acknowledged: (payload: unknown) => void, retry?: Fields): () => void;
  /** `refresh`: asks the app to reconnect, as Slack does now and then. `kill`: cuts the connections. Gives how many there were. */
  disconnect(how: 'refresh' | 'kill'): number;
}

const path = '/link/';

/** @param refuses says whether Slack is down at the moment. */
export function createSockets(server: Server, refuses: () => boolean): Sockets {
  const tickets = new Set<string>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let live: WebSocket[] = [];
  const wss = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });

  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'ws://localhost');
    const ticket = url.searchParams.get('ticket') ?? '';
    if (url.pathname !== path || refuses() || !tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, (ws) => welcome(ws));
  });

  function welcome(ws: WebSocket): void {
    live.push(ws);
    const gone = () => {
      live = live.filter((one) => one !== ws);
    };
    ws.on('close', gone);
    // A broken connection also closes; without a listener the error would end the process.
    ws.on('error', gone);
    ws.on('message', (data) => {
      const envelope = parseJson(String(data));
      if (isFields(envelope) && typeof envelope.envelope_id === 'string')
        waiting.get(envelope.envelope_id)?.(envelope.payload ?? '');
    });
    const debug = {
      host: 'slack-workspace',
      started: new Date().toISOString(),
      build_number: 1,
      approximate_connection_time: 18_060,
    };
    ws.send(
      JSON.stringify({ type: 'hello', num_connections: live.length, debug_info: debug, connection_info: { app_id: theApp.id } }),
    );
  }

  return {
    open(host) {
      const ticket = randomBytes(18).toString('base64url');
      tickets.add(ticket);
      return `ws://${host}${path}?ticket=${ticket}&app_id=${theApp.id}`;
    },
    connected: () => live.length > 0,
    send(kind, payload, acknowledged, retry = {}) {
      const ws = live.shift();
      if (ws === undefined) return () => {};
      live.push(ws);
      const envelope_id = randomUUID();
      waiting.set(envelope_id, acknowledged);
      ws.send(JSON.stringify({ envelope_id, type: kind, payload, accepts_response_payload: kind !== 'events_api', ...retry }));
      return () => waiting.delete(envelope_id);
    },
    disconnect(how) {
      const ended = live;
      live = [];
      if (how === 'kill') for (const ws of wss.clients) ws.terminate();
      else
        for (const ws of ended)
          ws.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'slack-workspace' } }));
      return ended.length;
    },
  };
}
