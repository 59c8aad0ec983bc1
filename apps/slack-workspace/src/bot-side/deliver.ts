import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import { type Fields, parseJson } from '../json.ts';
import type { Traffic } from '../traffic.ts';
import { sign } from './signature.ts';
import type { PayloadKind, Sockets } from './sockets.ts';

/** How long the app has for its acknowledgement (docs.slack.dev, slash commands and interactivity). */
const patience = 3000;

/** How the app answered one payload. `body` is its JSON, or its text, or `''`. */
export type Answer =
  | { result: 'acknowledged'; body: unknown }
  | { result: 'late' }
  | { result: 'refused'; status: number }
  | { result: 'unreachable' };

export interface Delivery {
  readonly kind: PayloadKind;
  readonly payload: Fields;
  /** For a repeated event: which attempt this is, and why. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
  /** The last words to an app that was just removed. */
  readonly farewell?: boolean | undefined;
}

export interface Deliver {
  (delivery: Delivery): Promise<Answer>;
  /** Sends the last payload once more, byte for byte, as Slack at times does; undefined when there was none. */
  again(): Promise<Answer> | undefined;
}

interface Means {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly sockets: Sockets;
  readonly botUrl: string;
  readonly signingSecret: string;
}

function encode({ kind, payload }: Delivery): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  const form = new URLSearchParams();
  if (kind === 'interactive') form.set('payload', JSON.stringify(payload));
  else for (const [name, value] of Object.entries(payload)) form.set(name, String(value));
  // Without a charset, for so Slack sends it and some frameworks compare the whole header.
  return { type: 'application/x-www-form-urlencoded', body: form.toString() };
}

function read(text: string): unknown {
  return parseJson(text) ?? text;
}

/** Calls the app: over a Socket Mode connection when there is one, else by signed HTTP. */
export function createDeliver(means: Means): Deliver {
  const { clock, faults, traffic, sockets, botUrl, signingSecret } = means;
  let last: Delivery | undefined;

  async function overHttp(delivery: Delivery, signal: AbortSignal): Promise<Answer & { status?: number }> {
    const { type, body } = encode(delivery);
    // The machine's time, not the workspace's: the app checks it against its own clock.
    const seconds = Math.floor(Date.now() / 1000);
    const { retry } = delivery;
    const headers = {
      'content-type': type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': sign(signingSecret, seconds, body),
      ...(retry === undefined ? {} : { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
    };
    try {
      const response = await fetch(botUrl, { method: 'POST', headers, body, redirect: 'manual', signal });
      const text = await response.text();
      if (!response.ok) return { result: 'refused', status: response.status };
      return { result: 'acknowledged', body: read(text) };
    } catch {
      return { result: signal.aborted ? 'late' : 'unreachable' };
    }
  }

  function overSocket(delivery: Delivery, signal: AbortSignal): Promise<Answer> {
    const { kind, payload, retry } = delivery;
    const more = retry === undefined ? {} : { retry_attempt: retry.attempt, retry_reason: retry.reason };
    return new Promise((resolve) => {
      const stop = sockets.send(kind, payload, (body) => resolve({ result: 'acknowledged', body: emptied(body) }), more);
      signal.addEventListener('abort', () => {
        stop();
        resolve({ result: 'late' });
      });
    });
  }

  async function attempt(delivery: Delivery): Promise<Answer> {
    const fault = faults.take('deliver');
    if (fault?.delayMs !== undefined) await sleep(fault.delayMs);
    if ((fault?.drop === true || fault?.down === true) && fault.after !== true) return { result: 'unreachable' };
    const late = new AbortController();
    const calm = clock.after(patience, () => late.abort());
    const answer = await (sockets.connected() ? overSocket : overHttp)(delivery, late.signal);
    calm();
    // The acknowledgement is lost on its way back: the app has done its part, and the person is told that it has not.
    return fault?.after === true ? { result: 'late' } : answer;
  }

  async function deliver(delivery: Delivery): Promise<Answer> {
    last = delivery;
    const via = sockets.connected() ? 'socket' : 'http';
    const answer = await attempt(delivery);
    const status = answer.result === 'acknowledged' ? 200 : answer.result === 'refused' ? answer.status : 0;
    const response = answer.result === 'acknowledged' ? answer.body : answer.result;
    traffic.record({ from: 'slack', what: nameOf(delivery), via, request: delivery.payload, status, response });
    return answer;
  }

  return Object.assign(deliver, { again: () => (last === undefined ? undefined : deliver(last)) });
}

/** Over a socket Bolt acknowledges with `{}` or `{"text":""}` where it sends an empty body over HTTP. */
function emptied(body: unknown): unknown {
  return ['{}', '{"text":""}', undefined].includes(JSON.stringify(body)) ? '' : body;
}

function nameOf({ kind, payload }: Delivery): string {
  if (kind === 'slash_commands') return String(payload.command);
  if (kind === 'interactive') return String(payload.type);
  const event = payload.event;
  return typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : 'event';
}
