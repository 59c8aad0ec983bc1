import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts, ROOT, startProgram } from '../lib/program.ts';
import { Stack } from '../lib/stack.ts';
import { startBusyRun } from './busy-run.ts';
import { percentile } from './measure.ts';
import type { Result } from './report.ts';

const SIGNING_SECRET = 'local-signing-secret';
const DOMAINS = 1_000;
const PARALLEL = 50;
const ROUNDS = 40;

/**
 * How long Slack waits for the acknowledgement of a command: 50 at the same time, while a run with a thousand domains works, against
 * Bolt with an empty listener that is asked in turn on the same busy machine.
 */
export async function measureAcks(): Promise<readonly Result[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bench-acks-'));
  const [port = 0] = await freePorts(1);
  const sink = await startSink();
  const stack = await Stack.start({ dataDir, autoReply: true });
  const bare = await startProgram({
    name: 'bare Bolt',
    main: path.relative(ROOT, fileURLToPath(new URL('bare-bolt.ts', import.meta.url))),
    env: { PORT: String(port), SLACK_SIGNING_SECRET: SIGNING_SECRET, NODE_NO_WARNINGS: '1' },
    ready: /listening/,
  });
  try {
    const ours = `${stack.urls.bot}/slack/events`;
    const bolt = `http://127.0.0.1:${port}/slack/events`;
    for (const url of [ours, bolt]) for (let warm = 0; warm < 4; warm += 1) await commands(url, sink.url);
    const run = await startBusyRun(stack, dataDir, DOMAINS);
    const before = await run.done();
    const began = performance.now();
    const [own, alone]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const turns: readonly (readonly [string, number[]])[] = [
        [ours, own],
        [bolt, alone],
      ];
      for (const [url, times] of round % 2 === 0 ? turns : turns.toReversed()) {
        times.push(...(await commands(url, sink.url)));
        // What a command makes the bot do after its acknowledgement is not the next one's.
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
    }
    const seconds = (performance.now() - began) / 1000;
    const after = await run.done();
    await run.stop();
    const worked = { domains: after.domains - before.domains, steps: after.steps - before.steps };
    if (worked.domains === 0) throw new Error('the run has stood still, so nothing was measured');
    const [slow, fast] = [percentile(own, 0.99), percentile(alone, 0.99)];
    const detail = `${slow.toFixed(0)} ms against ${fast.toFixed(0)} ms, p99 of ${own.length}; ${worked.domains} domains and ${worked.steps} steps ended in these ${seconds.toFixed(0)} s`;
    return [
      {
        name: `acknowledging ${PARALLEL} commands at once while a run of 1,000 domains works, against bare Bolt (p99)`,
        ratio: slow / fast,
        goal: 2,
        sense: 'at most',
        detail,
      },
      { name: 'the same in seconds (p99)', ratio: slow / 1000, goal: 1, sense: 'at most', detail: `${slow.toFixed(0)} ms` },
    ];
  } finally {
    await bare.stop();
    await stack.stop();
    await sink.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Fifty commands at the same time; how long each took to be acknowledged, in milliseconds. */
const commands = (url: string, responses: string): Promise<readonly number[]> =>
  Promise.all(Array.from({ length: PARALLEL }, () => command(url, responses)));

let serial = 0;
async function command(url: string, responses: string): Promise<number> {
  serial += 1;
  const body = new URLSearchParams({
    command: '/enable-acrobits',
    text: 'status',
    user_id: 'U0OLIVIA',
    user_name: 'olivia',
    channel_id: 'C0OPS',
    channel_name: 'ops',
    team_id: 'T0NORTH',
    team_domain: 'northwind',
    api_app_id: 'A0ENABLEMENT',
    trigger_id: `bench.${serial}`,
    response_url: `${responses}/${serial}`,
    token: 'legacy',
    is_enterprise_install: 'false',
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  const began = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.text();
  if (response.status !== 200) throw new Error(`a command was answered ${response.status}`);
  return performance.now() - began;
}

/** Where the bot sends what it answers after its acknowledgement, as to Slack's response_url. */
async function startSink(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
